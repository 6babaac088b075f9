/**
 * Traditional characters that occur in the words our patterns look for, each followed by its
 * simplified form. Keeps traditional pages recognisable where no word table is at hand.
 */
const pairs =
  '報报訊讯電电記记員员攝摄圖图為为爲为據据編编責责輯辑話话轉转續续簡简聞闻鏈链關关連连導导讀读廣广' +
  '號号張张頁页闆板題题專专欄栏導导問问實实習习見见特特派派駐驻訪访談谈賓宾嘉嘉點点間间時时期期' +
  '參参與与論论評评詩诗詞词聯联繫系訂订價价錢钱優优惠惠聲声啟启啓启買买賣卖處处總总經经無无從从' +
  '開开們们這这個个卻却並并還还將将對对於于後后裡里裏里來来則则說说雖虽該该東东國国華华臺台灣湾' +
  '譯译繪绘畫画筆笔執执撰撰稿稿審审校校設设計计視视覺觉資资料料鏡镜頭头紙纸讓让嗎吗麼么歲岁' +
  '書书記记長长業业學学會会機机構构區区縣县鄉乡鎮镇' +
  '兩两幾几萬万億亿們们嗎吗樣样種种類类請请認认識识';

const simplified = new Map<number, number>();
for (let at = 0; at + 1 < pairs.length; at += 2) {
  simplified.set(pairs.charCodeAt(at), pairs.charCodeAt(at + 1));
}

/** The simplified form of a traditional character of our patterns, else the character itself. */
export function foldPatternCharacter(codeUnit: number): number {
  return simplified.get(codeUnit) ?? codeUnit;
}

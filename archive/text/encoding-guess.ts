/** The most frequent characters of Chinese newspaper prose, in both scripts. */
const frequent = new Set(
  '的一是不了在人有我他这这個個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并並物手应應战戰向头頭文体體政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名真论論处處走义義各入几幾口认認条條平系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直德资資命山金指克许許统統区區保至队隊形社便空决決治展马馬科司五基眼书書非则則听聽白却卻界达達光放强強即像难難且权權思王象完设設式色路记記南品住告类類求据據程北边邊死张張该該交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運',
);

/** Decodes the bytes in question; throws where they cannot be of that encoding. */
export type Decoding = (encoding: 'gb18030' | 'big5') => string;

/** The share of characters that are frequent ones; 0 where the bytes cannot be of that encoding. */
function plausibility(decode: Decoding, encoding: 'gb18030' | 'big5'): number {
  let text: string;
  try {
    text = decode(encoding);
  } catch {
    return 0;
  }
  const han = text.match(/\p{sc=Han}/gu) ?? [];
  if (han.length === 0) return 0;
  return han.filter((character) => frequent.has(character)).length / han.length;
}

/** The encoding that bytes which are not UTF-8 seem to be in; null where neither fits. */
export function guessChineseEncoding(decode: Decoding): 'GB 18030' | 'Big5' | null {
  const gb = plausibility(decode, 'gb18030');
  const big5 = plausibility(decode, 'big5');
  if (Math.max(gb, big5) < 0.1) return null;
  return gb >= big5 ? 'GB 18030' : 'Big5';
}

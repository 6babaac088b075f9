const notSpeakers =
  /^(?:电话|地址|邮箱|网址|热线|时间|地点|来源|编辑|责编|校对|记者|通讯员|例如|比如|其中|注|附|即|结果|原因|标题|题目|单位|价格|票价|数据|消息|另外|此外|因为|所以|同时|目前|如下|主持人?|嘉宾|回音|图|文|摄影|一是|二是|三是|首先|其次|最后|截至|特别是|分别是|包括|总之|建议|问题|目标|内容|主题|口号|关键词|提示|核心|标语)$/u;
const interviewers =
  /^(?:问|答|Q|A|Q\d{1,2}|A\d{1,2}|记者|主持人?|本报记者|本报|[\u3400-\u9fff]{2,4}(?:日报|晚报|新报|晨报|时报)(?:记者)?|读者|网友|观众)$/u;

/** Length of a speaker's name with its colon at the start of a turn; 0 where none is printed. */
export function speakerLength(plain: string): number {
  const found = /^([^\s，。：、；“”（）]{1,9}|[\u3400-\u9fff]{1,4}（[^（）]{1,10}）)\s?：\s?/u.exec(
    plain,
  );
  if (!found || plain.length < found[0].length + 1) return 0;
  const speaker = found[1] ?? '';
  if (interviewers.test(speaker)) return found[0].length;
  const isName = /^[\u3400-\u9fff·]{1,5}(?:（[^（）]{1,10}）)?$/u.test(speaker);
  return isName && !notSpeakers.test(speaker) ? found[0].length : 0;
}

/** Whether a speaker needs no second turn to be one. */
export function isCertainSpeaker(plain: string, length: number): boolean {
  return interviewers.test(plain.slice(0, length).replace(/\s?：\s?$/u, ''));
}

/** Advice that several problems share, in English. */
export const adviceEn = {
  copyAgain:
    'It was probably damaged in copying or downloading: copy it again from where it came, and if that does not help, ask the provider to make it anew.',
  distrust:
    'A bag that was made properly is never like this: do not use it, and ask the provider where it came from.',
  remake: 'Give this report to the provider, who can correct it and make the bag anew.',
  askForWhole:
    'Copy it again from where it came; if that does not help, ask the provider for a complete bag.',
  skipped:
    'Only this record is left out, the others are not affected; tell the provider the file and the line.',
  notShown:
    'It is not shown and only its place is kept; the text is not affected, and the original stays in the bag.',
} as const;

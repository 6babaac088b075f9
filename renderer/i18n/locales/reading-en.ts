/** Printing, page images and how a story is set, in English. */
export const readingEn = {
  print: {
    title: 'Print',
    what: 'What to print',
    whats: { page: 'This page', story: 'This story', image: 'Page image' },
    paper: 'Paper',
    papers: { A4: 'A4', A3: 'A3', Letter: 'Letter' },
    upright: 'upright',
    sideways: 'sideways',
    print: 'Print…',
    savePdf: 'Save as PDF…',
    close: 'Cancel',
    working: 'Setting the sheets…',
    nothingTitle: 'Nothing here to print',
    nothing: 'Open a page or a story, then print.',
    printed: 'Given to the printer',
    saved: 'Saved as {{fileName}}',
    failed:
      'Nothing was printed: {{reason}}. No file was written. You can save a PDF instead and print it elsewhere.',
    failedPdf:
      '{{fileName}} was not saved: {{reason}}. Files that were there are unchanged. Try another folder.',
    archive: 'Archive: {{title}}, revision {{revision}}',
    printedOn: 'Printed from Guzhi on {{date}}',
    page: 'page {{page}}',
  },
  pageImage: {
    title: 'Page image',
    label: 'Image of page {{page}}',
    hint: 'Wheel zooms, dragging moves; so do + − 0 and the arrow keys',
    none: 'The archive has no image of this page',
    missing:
      'The image is not in the archive, or does not match its manifest, and is not shown. The text is intact.',
    close: 'Close the image',
    show: 'Page image',
  },
  setting: {
    columns: 'Columns',
    columnCounts: { one: 'One', two: 'Two', three: 'Three' },
    indent: 'First-line indent',
    trim: 'Trim punctuation',
    flow: 'Vertical',
    flows: { one: 'One flow', tiers: 'In tiers' },
    on: 'On',
    off: 'Off',
  },
} as const;

/** What speaks for a unit being in a story, and for leaving one story for another between two units. */
export const assignmentWeights = {
  cohesion: 1,
  /** How often the words of a head count. */
  headTerms: 2,
  joins: 1,
  leadUnderHead: 9,
  textUnderHead: 3.5,
  secondStart: -7,
  firstStart: 2,
  pageBeginsNext: -1,
  pageBeginsOther: -3,
  sectionLeft: -8,
  startStays: -5,
  passHead: -3,
  startPassesHead: -4,
  leave: -6,
  intoPassedHead: 2.5,
  leaveAtHead: -0.5,
  startLeaves: 4.5,
  intoNextHead: 1,
  /** For every story between the two. */
  farther: -1.2,
  leaveTorn: 0.8,
  enterTorn: 0.5,
  leaveAtBox: 0.8,
  leaveAtPicture: 0.6,
  leaveAtSection: 0.8,
};

/**
 * The version of everything that a profile holds: tables, journal and snapshots. It goes up with any
 * change that an earlier program would misread; that program then refuses the profile.
 */
export const schemaVersion = 3;

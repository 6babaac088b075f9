import packageDescription from '../../package.json' with { type: 'json' };

/** What a bag names as the program that made it. */
export const generator = `Guzhi ${packageDescription.version}`;

/** `npm run test:long` plays as often and as much as the service promises, which takes minutes; the suite plays in small. */
export const long = process.env['PLAY'] === 'long';

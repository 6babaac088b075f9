/** Signatures and fixed lengths of APPNOTE.TXT, the specification of ZIP. */
export const localHeaderSignature = 0x04034b50;
export const directorySignature = 0x02014b50;
export const endSignature = 0x06054b50;
export const zip64EndSignature = 0x06064b50;
export const zip64LocatorSignature = 0x07064b50;
export const descriptorSignature = 0x08074b50;

export const localHeaderBytes = 30;
export const directoryHeaderBytes = 46;
export const endBytes = 22;
export const zip64EndBytes = 56;
export const zip64LocatorBytes = 20;

export const flagEncrypted = 0x1;
export const flagDescriptor = 0x8;
export const flagStrongEncryption = 0x40;
export const flagMaskedHeaders = 0x2000;

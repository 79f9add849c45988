import { createCipheriv, createHash, createHmac } from "node:crypto";
import { compoundFile } from "../hostile/compound-file.ts";

/*
 * The other side of `src/workbook/encrypted`, on Node's own cryptography and
 * after MS-OFFCRYPTO, so that the two can only agree by both being right.
 */

export const defaultPassword = "VelvetSweatshop";

const hash = (name: string, ...pieces: readonly Uint8Array[]): Buffer =>
  pieces.reduce((sum, piece) => sum.update(piece), createHash(name)).digest();

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** Bytes that look like chance and are the same every time. */
const salted = (name: string): Buffer => hash("md5", Buffer.from(name));

function spun(
  name: string,
  salt: Uint8Array,
  password: string,
  turns: number,
): Buffer {
  let last = hash(name, salt, Buffer.from(password, "utf16le"));
  for (let turn = 0; turn < turns; turn++)
    last = hash(name, uint32(turn), last);
  return last;
}

function fit(bytes: Uint8Array, size: number): Buffer {
  const made = Buffer.alloc(size, 0x36);
  Buffer.from(bytes).copy(made);
  return made;
}

function block(bytes: Uint8Array, size: number): Buffer {
  const made = Buffer.alloc(Math.ceil(bytes.length / size) * size);
  Buffer.from(bytes).copy(made);
  return made;
}

function aes(
  mode: "cbc" | "ecb",
  key: Uint8Array,
  vector: Uint8Array | null,
  bytes: Uint8Array,
): Buffer {
  const cipher = createCipheriv(`aes-${key.length * 8}-${mode}`, key, vector);
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}

export interface AgileOptions {
  readonly password?: string;
  readonly hash?: "SHA1" | "SHA256" | "SHA384" | "SHA512";
  readonly keyBits?: 128 | 192 | 256;
  /** Turns that are made; they are also stated, unless `stated` says otherwise. */
  readonly turns?: number;
  readonly stated?: string;
  /** Changes the XML. */
  readonly spoil?: (xml: string) => string;
}

const purposes = {
  input: "fea7d2763b4b9e79",
  value: "d7aa0f6d3061344e",
  key: "146e0be7abacd0d6",
  hmacKey: "5fb2ad010cb9e1f6",
  hmacValue: "a0677f02b22c8433",
} as const;

/** The two streams of a package encrypted the agile way. */
export function agileStreams(
  bytes: Uint8Array,
  options: AgileOptions = {},
): { info: Buffer; encrypted: Buffer } {
  const { password = defaultPassword, hash: shown = "SHA512" } = options;
  const { keyBits = 256, turns = 1000, spoil = (xml: string) => xml } = options;
  const name = shown.toLowerCase();
  const size = keyBits / 8;
  const dataSalt = salted("data");
  const salt = salted("password");
  const key = fit(hash("sha512", salted("key")), size);
  const last = spun(name, salt, password, turns);
  const under = (what: keyof typeof purposes, plain: Uint8Array): string => {
    const own = hash(name, last, Buffer.from(purposes[what], "hex"));
    return aes("cbc", fit(own, size), salt, block(plain, 16)).toString(
      "base64",
    );
  };
  const vector = (salting: Uint8Array): Buffer =>
    fit(hash(name, dataSalt, salting), 16);
  const segments: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 4096)
    segments.push(
      aes(
        "cbc",
        key,
        vector(uint32(at / 4096)),
        block(bytes.subarray(at, at + 4096), 16),
      ),
    );
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes.length));
  const encrypted = Buffer.concat([length, ...segments]);
  const input = salted("verifier");
  const hashSize = hash(name).length;
  const hmacKey = fit(salted("hmac"), hashSize);
  const sealed = (what: keyof typeof purposes, plain: Uint8Array): string =>
    aes(
      "cbc",
      key,
      vector(Buffer.from(purposes[what], "hex")),
      block(plain, 16),
    ).toString("base64");
  const integrity = createHmac(name, hmacKey).update(encrypted).digest();
  const cipher = `saltSize="16" blockSize="16" keyBits="${keyBits}" hashSize="${hashSize}" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="${shown}"`;
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${cipher} saltValue="${dataSalt.toString("base64")}"/><dataIntegrity encryptedHmacKey="${sealed("hmacKey", hmacKey)}" encryptedHmacValue="${sealed("hmacValue", integrity)}"/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${options.stated ?? turns}" ${cipher} saltValue="${salt.toString("base64")}" encryptedVerifierHashInput="${under("input", input)}" encryptedVerifierHashValue="${under("value", hash(name, input))}" encryptedKeyValue="${under("key", key)}"/></keyEncryptor></keyEncryptors></encryption>`;
  // The writer of compound files has no small streams: spaces fill one up.
  const text = Buffer.from(spoil(xml).padEnd(4096));
  return {
    info: Buffer.concat([Buffer.from("0400040040000000", "hex"), text]),
    encrypted,
  };
}

export interface StandardOptions {
  readonly password?: string;
  readonly keyBits?: 128 | 192 | 256;
}

/** The two streams of a package encrypted the standard way, as Excel 2007 does. */
export function standardStreams(
  bytes: Uint8Array,
  { password = defaultPassword, keyBits = 128 }: StandardOptions = {},
): { info: Buffer; encrypted: Buffer } {
  const salt = salted("password");
  const last = hash("sha1", spun("sha1", salt, password, 50_000), uint32(0));
  const derived = [0x36, 0x5c].map((fill) => {
    const buffer = Buffer.alloc(64, fill);
    last.forEach((byte, at) => (buffer[at] = byte ^ fill));
    return hash("sha1", buffer);
  });
  const key = Buffer.concat(derived).subarray(0, keyBits / 8);
  const verifier = salted("verifier");
  const info = standardInfo({
    major: 3,
    flags: 0x24,
    algorithm: { 128: 0x660e, 192: 0x660f, 256: 0x6610 }[keyBits],
    keyBits,
    provider: 0x18,
    salt,
    verifier: aes("ecb", key, null, verifier),
    verifierHash: aes("ecb", key, null, block(hash("sha1", verifier), 32)),
  });
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes.length));
  const encrypted = Buffer.concat([
    length,
    aes("ecb", key, null, block(bytes, 16)),
  ]);
  return { info: Buffer.concat([info, Buffer.alloc(4096)]), encrypted };
}

/** Version, flags, header and verifier of the schemes that are laid out like the standard one. */
export function standardInfo(parts: {
  readonly major: number;
  readonly flags: number;
  readonly algorithm: number;
  readonly keyBits: number;
  readonly provider: number;
  readonly salt: Uint8Array;
  readonly verifier: Uint8Array;
  readonly verifierHash: Uint8Array;
}): Buffer {
  const name = Buffer.from(
    "Microsoft Enhanced RSA and AES Cryptographic Provider\0",
    "utf16le",
  );
  const header = Buffer.concat([
    ...[parts.flags, 0, parts.algorithm, 0x8004, parts.keyBits, parts.provider, 0, 0].map(uint32),
    name,
  ]); // prettier-ignore
  return Buffer.concat([
    uint32(parts.major | (2 << 16)),
    uint32(parts.flags),
    uint32(header.length),
    header,
    uint32(16),
    parts.salt,
    parts.verifier,
    uint32(20),
    parts.verifierHash,
  ]);
}

/** A compound file with an encrypted package. */
export function sealed(streams: {
  readonly info: Uint8Array;
  readonly encrypted: Uint8Array;
}): Uint8Array {
  return new Uint8Array(
    compoundFile([
      { name: "EncryptionInfo", data: streams.info },
      { name: "EncryptedPackage", data: streams.encrypted },
    ]),
  );
}

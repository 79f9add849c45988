import { readXmlPart } from "../xml-part.ts";
import { hashNamed, type Hash } from "./hashing.ts";

/** How something is encrypted: AES in a chain of blocks. */
interface AgileCipher {
  readonly hash: Hash;
  /** Bytes of the key. */
  readonly keySize: number;
  readonly salt: Uint8Array;
}

/** The keys of an agile encryption (MS-OFFCRYPTO 2.3.4.10). */
export interface AgileInfo {
  readonly data: AgileCipher;
  /** What a password opens: the key of the data, encrypted. */
  readonly password: AgileCipher & {
    readonly turns: number;
    readonly verifier: Uint8Array;
    readonly verifierHash: Uint8Array;
    readonly key: Uint8Array;
  };
}

type Attributes = ReadonlyMap<string, string>;

/** Reads the XML of an EncryptionInfo; null for what is not complete or asks for a cipher Office does not use. */
export function readAgileInfo(xml: Uint8Array): AgileInfo | null {
  let data: Attributes | null = null;
  let password: Attributes | null = null;
  readXmlPart(xml, {
    open: ({ name, attributes }) => {
      if (name === "keyData") data ??= attributes;
      if (name === "encryptedKey" && attributes.has("spinCount"))
        password ??= attributes;
    },
  });
  const dataCipher = cipherOf(data);
  const passwordCipher = cipherOf(password);
  const given: Attributes = password ?? new Map<string, string>();
  const turns = Number(given.get("spinCount"));
  const verifier = base64(given.get("encryptedVerifierHashInput"));
  const verifierHash = base64(given.get("encryptedVerifierHashValue"));
  const key = base64(given.get("encryptedKeyValue"));
  if (
    dataCipher === null ||
    passwordCipher === null ||
    verifier === null ||
    verifierHash === null ||
    key === null ||
    !Number.isInteger(turns) ||
    turns < 0
  )
    return null;
  return {
    data: dataCipher,
    password: { ...passwordCipher, turns, verifier, verifierHash, key },
  };
}

function cipherOf(attributes: Attributes | null): AgileCipher | null {
  if (attributes === null) return null;
  const hash = hashNamed(attributes.get("hashAlgorithm") ?? "");
  const keySize = Number(attributes.get("keyBits")) / 8;
  const salt = base64(attributes.get("saltValue"));
  return hash !== undefined &&
    salt !== null &&
    attributes.get("cipherAlgorithm") === "AES" &&
    attributes.get("cipherChaining") === "ChainingModeCBC" &&
    attributes.get("blockSize") === "16" &&
    [16, 24, 32].includes(keySize)
    ? { hash, keySize, salt }
    : null;
}

/** Bytes written in base64; null for what is not. */
function base64(text: string | undefined): Uint8Array | null {
  if (text === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  if (text.length % 4 !== 0) return null;
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

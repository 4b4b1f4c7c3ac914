import { promisify } from 'node:util'
import { gunzip as gunzipWithCallback } from 'node:zlib'

const gunzipAll = promisify(gunzipWithCallback)

/** The bytes that a gzip stream holds, or the reason why it gives none. */
export type Gunzipped =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string }

/** True when `bytes` open as gzip data does (RFC 1952: two magic bytes and the one method there is). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8
}

/** What the gzip data in `bytes` unpacks to, when that is at most `maxBytes` long. */
export async function gunzip(bytes: Uint8Array, maxBytes: number): Promise<Gunzipped> {
  try {
    // zlib refuses a limit of zero and counts the limit itself as allowed.
    return { ok: true, bytes: await gunzipAll(bytes, { maxOutputLength: Math.max(1, maxBytes) }) }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const reason =
      code === 'ERR_BUFFER_TOO_LARGE'
        ? `more than ${maxBytes} bytes when unpacked`
        : `damaged gzip data: ${message}`
    return { ok: false, reason }
  }
}

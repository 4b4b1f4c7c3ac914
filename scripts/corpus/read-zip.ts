import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

/**
 * The files in the zip archive at `path`, by name, in the archive's order; folders are left out.
 * @throws Error for an archive that uses more of the format than deflate (ZIP64, encryption).
 * @see APPNOTE 6.3, 4.3
 */
export function readZip(path: string): Map<string, Buffer> {
  const zip = readFileSync(path)
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0) throw new Error(`${path} is no zip archive`)
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const method = zip.readUInt16LE(at + 10)
    const packedSize = zip.readUInt32LE(at + 20)
    const nameLength = zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + packedSize)
    if (!name.endsWith('/')) files.set(name, unpack(packed, method, `${path}: ${name}`))
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return files
}

function unpack(packed: Buffer, method: number, place: string): Buffer {
  if (method === 0) return packed
  if (method === 8) return inflateRawSync(packed)
  throw new Error(`${place} is packed by method ${method}; expected 0 (stored) or 8 (deflate)`)
}

import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A file that comes into being whole: nothing stands under its name until `commit`. */
export interface AtomicFile {
  /** Writes behind what was written before. */
  append(text: string): Promise<void>
  /** Puts the file in its place, over any older one. */
  commit(): Promise<void>
  /** Leaves no trace of it. Does nothing after `commit`. */
  abandon(): Promise<void>
}

let opened = 0

/** An atomic file for `path`, written beside it under a temporary name; the folder is made where there is none. */
export async function openAtomic(path: string): Promise<AtomicFile> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const temporary = join(folder, `.unspin-${process.pid}-${opened++}.tmp`)
  const file = await open(temporary, 'wx')
  let isPlaced = false
  return {
    async append(text) {
      await file.appendFile(text)
    },
    async commit() {
      await file.close()
      await rename(temporary, path)
      isPlaced = true
    },
    async abandon() {
      if (isPlaced) return
      await file.close()
      await rm(temporary, { force: true })
    },
  }
}

/** Writes a whole file atomically; a failure leaves what stood there before. */
export async function writeAtomic(path: string, text: string): Promise<void> {
  const file = await openAtomic(path)
  try {
    await file.append(text)
    await file.commit()
  } finally {
    await file.abandon()
  }
}

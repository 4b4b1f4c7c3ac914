/**
 * Compares what `npm start` wrote with the sample articles as a person made them, in `tests/golden/seeds`, and exits
 * with 1 where they differ. Of a spun article the words may differ, and are counted; nothing else may.
 *
 *     npx tsx scripts/compare-with-gold.ts output
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import type { ArticleRecord } from '../src/record/article-record.js'
import { articleText } from '../src/write/text.js'
import { countWords, type GoldArticle, readGold, toGoldShape } from '../tests/golden/gold-article.js'

const GOLD = fileURLToPath(new URL('../tests/golden/seeds', import.meta.url))

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: npx tsx scripts/compare-with-gold.ts <output folder>')
  process.exit(2)
}
// The command wrote it a moment ago, to its published schema.
const records = readFileSync(join(folder, 'articles.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as ArticleRecord)
const golds = readdirSync(GOLD).map((name) => readGold(join(GOLD, name)))

const ids = (articles: readonly { readonly id: string }[]) => articles.map(({ id }) => id).join(', ')
if (ids(records) !== ids(golds)) differs('articles.jsonl', ids(records), ids(golds))
for (const [index, gold] of golds.entries()) {
  const record = records[index]
  if (record?.id === gold.id) compare(folder, record, gold)
}

function compare(folder: string, record: ArticleRecord, gold: GoldArticle): void {
  const found = toGoldShape(record)
  let isEqual = true
  for (const field of Object.keys(gold) as (keyof GoldArticle)[]) {
    const [is, expected] = [found, gold].map(
      (article) => (gold.scrambled ? withoutWords(article) : article)[field],
    )
    if (isDeepStrictEqual(is, expected)) continue
    differs(`${gold.id}: ${field}`, is, expected)
    isEqual = false
  }
  const text = readFileSync(join(folder, `${record.id}.txt`), 'utf8')
  if (text !== articleText(record)) differs(`${record.id}.txt`, text, articleText(record))
  if (!isEqual) return
  const otherWords = gold.scrambled ? countWords(words(found), words(found), words(gold)).toChange : 0
  console.log(`${gold.id}: ${otherWords === 0 ? 'no word' : `${otherWords} words`} other than the gold`)
}

/** The article with numbers of words in place of the words. */
function withoutWords(article: GoldArticle) {
  const count = (text: string | null) => text?.split(/\s+/).length ?? null
  return {
    ...article,
    title: count(article.title),
    captions: article.captions.map(({ text, credit }) => ({ text: count(text), credit })),
    paragraphs: article.paragraphs.map(count),
  }
}

function words({ title, captions, paragraphs }: GoldArticle): string {
  return [title, ...captions.map(({ text }) => text), ...paragraphs].filter((text) => text !== null).join(' ')
}

function differs(what: string, found: unknown, expected: unknown): void {
  console.error(`${what} is ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`)
  process.exitCode = 1
}

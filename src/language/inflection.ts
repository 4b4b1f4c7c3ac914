/** The endings of an English word: third person or plural, past, past participle, present participle, degrees. */
export const INFLECTIONS = ['s', 'past', 'participle', 'ing', 'comparative', 'superlative'] as const
export type Inflection = (typeof INFLECTIONS)[number]

/** A base form and how a word is made from it. */
export interface Analysis {
  readonly base: string
  readonly inflection: Inflection
}

/** `base` with the ending, as regular words take it unless the word is known to be irregular. Lower case only. */
export function inflect(base: string, inflection: Inflection): string {
  const irregular = IRREGULAR.get(base)?.[inflection]
  if (irregular) return irregular
  switch (inflection) {
    case 's':
      if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
      return /(?:[sxz]|[cs]h)$/.test(base) || /[^aeiou]o$/.test(base) ? `${base}es` : `${base}s`
    case 'past':
    case 'participle':
      return beforeE(base, 'ed')
    case 'ing':
      if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`
      return /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${doubled(base)}ing`
    case 'comparative':
      return beforeE(base, 'er')
    case 'superlative':
      return beforeE(base, 'est')
  }
}

/**
 * What `word` may be an inflected form of, irregular forms first. Regular analyses are guesses by spelling: whether
 * the base is a word is for the caller to look up.
 */
export function analyse(word: string): Analysis[] {
  const found: Analysis[] = [...(FORMS.get(word) ?? [])]
  const add = (base: string, inflection: Inflection): void => {
    if (base.length > 1 && inflect(base, inflection) === word) found.push({ base, inflection })
  }
  if (word.endsWith('s')) for (const base of basesBefore(word, 's')) add(base, 's')
  if (word.endsWith('ed')) {
    for (const base of basesBefore(word, 'ed')) {
      add(base, 'past')
      add(base, 'participle')
    }
  }
  if (word.endsWith('ing')) for (const base of basesBefore(word, 'ing')) add(base, 'ing')
  if (word.endsWith('er')) for (const base of basesBefore(word, 'er')) add(base, 'comparative')
  if (word.endsWith('est')) for (const base of basesBefore(word, 'est')) add(base, 'superlative')
  return found
}

/** Spellings of a base that the ending may have changed; `inflect` tells which are right. */
function basesBefore(word: string, ending: string): string[] {
  const stem = word.slice(0, -ending.length)
  const bases = [stem, `${stem}e`]
  if (stem.endsWith('i')) bases.push(`${stem.slice(0, -1)}y`)
  if (stem.endsWith('ie')) bases.push(`${stem.slice(0, -2)}y`)
  if (stem.endsWith('e')) bases.push(stem.slice(0, -1))
  if (stem.endsWith('y')) bases.push(`${stem.slice(0, -1)}ie`)
  if (stem.length > 2 && stem.at(-1) === stem.at(-2)) bases.push(stem.slice(0, -1))
  return [...new Set(bases)]
}

function beforeE(base: string, ending: string): string {
  if (base.endsWith('e')) return base + ending.slice(1)
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}i${ending}` : doubled(base) + ending
}

/** With its last consonant doubled where the last syllable is stressed: stop, admit. */
function doubled(base: string): string {
  const closed = /^(?:.*[^aeiou]|qu|)[aeiou][bdgklmnprtvz]$/.test(base)
  const isStressed =
    !/[aeiou][^aeiou]$(?<=[aeiouy][^aeiou]+[aeiou][^aeiou])/.test(base) || STRESSED_LAST.has(base)
  return closed && isStressed ? base + base.at(-1)! : base
}

const STRESSED_LAST = new Set(
  `abet abhor acquit admit allot annul beget begin befit commit compel concur confer control defer deter disbar dispel
   distil embed emit enrol entrap equip excel expel extol forbid forget fulfil incur infer inter instil kidnap occur
   omit outfit outrun outwit patrol permit prefer program propel rebel recur refer refit regret remit repel rerun reset
   submit transfer transmit transit unzip upset worship`.split(/\s+/),
)

/** Verbs: base, third person where irregular after a dash, past, participle. */
const VERBS = `be-is was been, have-has had had, do-does did done, go-goes went gone, arise arose arisen,
 awake awoke awoken, bear bore borne, beat beat beaten, become became become, begin began begun, bend bent bent,
 bet bet bet, bid bid bid, bind bound bound, bite bit bitten, bleed bled bled, blow blew blown, break broke broken,
 breed bred bred, bring brought brought, broadcast broadcast broadcast, build built built, burst burst burst,
 buy bought bought, cast cast cast, catch caught caught, choose chose chosen, cling clung clung, come came come,
 cost cost cost, creep crept crept, cut cut cut, deal dealt dealt, dig dug dug, draw drew drawn, drink drank drunk,
 drive drove driven, eat ate eaten, fall fell fallen, feed fed fed, feel felt felt, fight fought fought,
 find found found, flee fled fled, fly flew flown, forbid forbade forbidden, forecast forecast forecast,
 forget forgot forgotten, forgive forgave forgiven, freeze froze frozen, get got got, give gave given,
 grind ground ground, grow grew grown, hang hung hung, hear heard heard, hide hid hidden, hit hit hit, hold held held,
 hurt hurt hurt, keep kept kept, kneel knelt knelt, know knew known, lay laid laid, lead led led, leave left left,
 lend lent lent, let let let, lie lay lain, light lit lit, lose lost lost, make made made, mean meant meant,
 meet met met, mistake mistook mistaken, overcome overcame overcome, overtake overtook overtaken, pay paid paid,
 put put put, quit quit quit, read read read, ride rode ridden, ring rang rung, rise rose risen, run ran run,
 say said said, see saw seen, seek sought sought, sell sold sold, send sent sent, set set set, shake shook shaken,
 shed shed shed, shine shone shone, shoot shot shot, show showed shown, shrink shrank shrunk, shut shut shut,
 sing sang sung, sink sank sunk, sit sat sat, sleep slept slept, slide slid slid, speak spoke spoken,
 spend spent spent, spin spun spun, split split split, spread spread spread, spring sprang sprung,
 stand stood stood, steal stole stolen, stick stuck stuck, sting stung stung, strike struck struck,
 strive strove striven, swear swore sworn, sweep swept swept, swell swelled swollen, swim swam swum,
 swing swung swung, take took taken, teach taught taught, tear tore torn, tell told told, think thought thought,
 throw threw thrown, thrust thrust thrust, undergo-undergoes underwent undergone, understand understood understood,
 undertake undertook undertaken, uphold upheld upheld, upset upset upset, wake woke woken, wear wore worn,
 weave wove woven, weep wept wept, win won won, wind wound wound, withdraw withdrew withdrawn,
 withhold withheld withheld, withstand withstood withstood, write wrote written`

/** Nouns: base and plural. */
const NOUNS = `man men, woman women, child children, person people, foot feet, tooth teeth, goose geese, mouse mice,
 life lives, wife wives, knife knives, leaf leaves, half halves, shelf shelves, self selves, thief thieves,
 wolf wolves, loaf loaves, calf calves, crisis crises, analysis analyses, basis bases, thesis theses, oasis oases,
 diagnosis diagnoses, hypothesis hypotheses, phenomenon phenomena, criterion criteria, medium media, datum data,
 photo photos, piano pianos, video videos, studio studios, radio radios, memo memos, euro euros, pro pros`

/** Adjectives and adverbs: base, comparative, superlative. */
const DEGREES = `good better best, well better best, bad worse worst, badly worse worst, far further furthest,
 little less least, much more most, many more most`

type Forms = Partial<Record<Inflection, string>>

const IRREGULAR = readIrregular()
const FORMS = indexForms(IRREGULAR)

function readIrregular(): Map<string, Forms> {
  const forms = new Map<string, Forms>()
  const add = (base: string, more: Forms): void => {
    forms.set(base, { ...more, ...forms.get(base) })
  }
  for (const line of VERBS.split(',')) {
    const [present, past, participle] = line.trim().split(/\s+/)
    const [base, third] = present!.split('-')
    add(base!, { past: past!, participle: participle!, ...(third ? { s: third } : {}) })
  }
  for (const line of NOUNS.split(',')) {
    const [base, plural] = line.trim().split(/\s+/)
    add(base!, { s: plural! })
  }
  for (const line of DEGREES.split(',')) {
    const [base, comparative, superlative] = line.trim().split(/\s+/)
    add(base!, { comparative: comparative!, superlative: superlative! })
  }
  return forms
}

function indexForms(irregular: ReadonlyMap<string, Forms>): Map<string, Analysis[]> {
  const index = new Map<string, Analysis[]>()
  for (const [base, forms] of irregular) {
    for (const inflection of INFLECTIONS) {
      const form = forms[inflection]
      if (form === undefined || form === base) continue
      const list = index.get(form) ?? []
      list.push({ base, inflection })
      index.set(form, list)
    }
  }
  return index
}

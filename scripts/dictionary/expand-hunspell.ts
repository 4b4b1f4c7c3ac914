/** One line of an affix class: take `strip` off, put `affix` on, where the stem meets `condition`. */
interface AffixRule {
  readonly strip: string
  readonly affix: string
  readonly condition: RegExp
}

interface AffixClass {
  readonly kind: 'PFX' | 'SFX'
  /** True when a prefix and a suffix that both allow it may stand on one stem. */
  readonly crosses: boolean
  readonly rules: AffixRule[]
}

/**
 * Every surface form of a Hunspell dictionary with one-character flags and affixes of one level: what
 * `dictionary-en` and `dictionary-en-gb` are. Forms that only compounds may use are left out.
 * @param aff text of the affix file
 * @param dic text of the word list, whose first line is a count
 */
export function expandHunspell(aff: string, dic: string): Set<string> {
  const classes = parseAffixes(aff)
  const onlyInCompound = /^ONLYINCOMPOUND\s+(\S)/m.exec(aff)?.[1] ?? null
  const forms = new Set<string>()
  for (const line of dic.split(/\r?\n/).slice(1)) {
    const slash = line.indexOf('/')
    const stem = (slash < 0 ? line : line.slice(0, slash)).trim()
    const flags = slash < 0 ? '' : line.slice(slash + 1).trim()
    if (stem === '' || (onlyInCompound !== null && flags.includes(onlyInCompound))) continue
    for (const form of formsOf(stem, flags, classes)) forms.add(form)
  }
  return forms
}

function formsOf(stem: string, flags: string, classes: ReadonlyMap<string, AffixClass>): string[] {
  const forms = [stem]
  const crossing = [stem]
  const applied = [...flags].map((flag) => classes.get(flag)).filter((found) => found !== undefined)
  for (const { kind, crosses, rules } of applied) {
    if (kind !== 'SFX') continue
    for (const { strip, affix, condition } of rules) {
      if (!condition.test(stem)) continue
      const form = stem.slice(0, stem.length - strip.length) + affix
      forms.push(form)
      if (crosses) crossing.push(form)
    }
  }
  for (const { kind, crosses, rules } of applied) {
    if (kind !== 'PFX') continue
    for (const { strip, affix, condition } of rules) {
      if (!condition.test(stem)) continue
      for (const form of crosses ? crossing : [stem]) forms.push(affix + form.slice(strip.length))
    }
  }
  return forms
}

function parseAffixes(aff: string): Map<string, AffixClass> {
  const classes = new Map<string, AffixClass>()
  for (const line of aff.split(/\r?\n/)) {
    const [kind, flag, third, fourth, condition] = line.split(/\s+/)
    if ((kind !== 'PFX' && kind !== 'SFX') || flag === undefined || third === undefined) continue
    if (condition === undefined) {
      classes.set(flag, { kind, crosses: third === 'Y', rules: [] })
      continue
    }
    const pattern = kind === 'SFX' ? `${condition}$` : `^${condition}`
    classes.get(flag)?.rules.push({
      strip: third === '0' ? '' : third,
      affix: fourth === '0' || fourth === undefined ? '' : fourth,
      condition: new RegExp(pattern, 'u'),
    })
  }
  return classes
}

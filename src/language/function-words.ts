import { type ScannedWords, scanWords } from './scan-words.js'

/** The commonest function words of each language, by ISO 639-1 code: enough to tell running text from lists of names. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were her all she there would their we him been has when who will more no if out so said what up its about into than them can only other new some could time these two may then do first any my now such like our over man me even most made after also did many before must through',
  de: 'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei hatte kann gegen vom können schon wenn habe seine ihre dann unter wir soll ich eines jahr zwei diese dieser wieder',
  fr: 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont mais comme ou si leur y dont aux avec elle son nous cette deux même ses ont été aussi être fait bien sans peut tous sous entre encore très avait était ces selon après',
  es: 'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde',
  it: 'di e il la che in un a per è una del con non sono da le si i dei al della nel più come ha gli anche su alla dal ma lo se delle ad o era suo ed questo cui tra sua essere due fra stato dopo anni prima hanno alle nella ai loro poi quando tutti',
  pt: 'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você foram',
  nl: 'de van het een en in is dat op te zijn met voor niet die aan er om ook als dan maar bij uit door over naar heeft hij ze was werd nog wordt wel tot deze hun meer kan geen heb worden zij na al zou dit je moet veel onder tegen omdat twee',
  sv: 'och i att det som en på är av för med den till inte har de ett om var men sig så från vi kan nu han vid eller ut hade efter under när där sin man över mot också skulle alla kommer någon bara',
  pl: 'w i na z że się do nie to jest o jak po od za przez a ale dla co tym oraz był są ten by może tego jego już który jej które tylko czy także było przed będzie nad sobie roku która ich bardzo jeszcze między',
  ru: 'и в не на что с он по как к а из за это то у от для о же так но его было все если бы была был есть до их ее они мы при или только также уже еще может чтобы этого который после где во об этом сказал',
  uk: 'і в не на що з у та за до це як про від він для або але його також було вони який був є після під час чи їх які вже щоб тому ще може якщо через бути по при між сказав',
  tr: 've bir bu da de için ile olarak çok daha olan gibi en sonra kadar ne ama her o var ise değil ya olduğu dedi oldu göre ki üzerine şekilde tarafından büyük iki ilk yeni',
  ar: 'في من على إلى أن التي الذي عن مع هذا هذه كان لا ما بعد أو كما قال قبل بين ذلك كل لم وقد عند حتى خلال إن كانت أنه ولا منذ',
  fa: 'و در به از که این را با است برای آن یک خود تا بر هم می شد اما های کرد شده بود نیز گفت دو ما',
  id: 'yang dan di dari untuk dengan ini pada dalam itu tidak akan ke adalah juga oleh telah bisa atau saat ada sebagai karena mereka kami lebih tersebut bahwa seperti kata',
  vi: 'của và là có cho được trong các với không một người này những đã để khi từ đến cũng như về tại vào ra sẽ trên theo nhiều sau lại',
  cs: 'a v se na je že o s z do i to k ve pro za by ale si po jako podle od jsou který jeho byl jsem tak však než nebo už při také bude jen které',
  ro: 'de și în a la cu pe care nu din o un este că pentru mai sa fi se au al fost prin sau ca dar după acest această sunt ce le lui până când',
  hu: 'a az és hogy nem is egy volt ez meg csak de már még mint ha azt el vagy van után szerint kell között minden pedig lehet',
  el: 'και το της η ο του την να που με για στο τα από θα δεν των είναι τον στην οι τη ότι στη τους ένα μια σε αυτό όπως κατά',
}

/** ISO 639-1 codes in the order of the bits that `functionWordMask` sets. */
export const FUNCTION_WORD_LANGUAGES: readonly string[] = Object.keys(FUNCTION_WORDS)

let masks: ReadonlyMap<number, number> | null = null
/** 1 where some function word has these upper 16 bits in its hash: spares most words the look-up. */
const present = new Uint8Array(0x10000)

/** For each word: bit i is set when it is a function word of `FUNCTION_WORD_LANGUAGES[i]`. */
export function functionWordMasks(words: ScannedWords): Uint32Array {
  masks ??= buildMasks()
  const result = new Uint32Array(words.count)
  for (let i = 0; i < words.count; i++) {
    const hash = words.hash[i]!
    if (present[hash >>> 16] === 1) result[i] = masks.get(hash) ?? 0
  }
  return result
}

function buildMasks(): ReadonlyMap<number, number> {
  const table = new Map<number, number>()
  for (const [index, code] of FUNCTION_WORD_LANGUAGES.entries()) {
    const words = scanWords(FUNCTION_WORDS[code]!)
    for (let i = 0; i < words.count; i++) {
      const hash = words.hash[i]!
      table.set(hash, (table.get(hash) ?? 0) | (1 << index))
      present[hash >>> 16] = 1
    }
  }
  return table
}

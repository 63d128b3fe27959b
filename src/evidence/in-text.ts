import { classify } from './secrets.ts'

/** What takes the place of a credential. */
const mark = '***'

/**
 * Every shape of a credential, to its end. Where `classify` looks at a value, this looks at prose that may hold one:
 * what is taken out must not leave a part of it, so a few shapes reach further here, and none asks for a word's begin.
 */
const shapes: [RegExp, string][] = [
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g, mark],
  [/DefaultEndpointsProtocol=[^\s"'<>]*/gi, mark],
  [/(AccountKey|SharedAccessKey)(?:=|%3D)[^\s;&"'<>\\]*/gi, `$1: ${mark}`],
  // in an address, in one that is quoted in another, and in JSON that is quoted in JSON
  [/(?<=\b|%26|%3F|u0026)sig(?:=|%3D)[^\s&"'<>\\]+/gi, `sig=${mark}`],
  [/(?:gh[pousr]_|github_pat_)[A-Za-z0-9_]{30,}/g, mark],
  [/(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{20,}/g, mark],
  [/(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{42}\+ACR[A-D][A-Za-z0-9/+]{5}(?![A-Za-z0-9/+])/g, mark],
  [/(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{76}(?:\+ASt|ACDb|\+ABa)[A-Za-z0-9/+]{5}[AQgw]==/g, mark],
  [/(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{33}(?:\+ASb|\+AEh|\+ARm|AIoT)[A-Za-z0-9/+]{6}=/g, mark],
  [/(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{86}==/g, mark],
  [/(?<![\w-])[\w-]{42}AzSe[A-D][\w-]{5}(?![\w-])/g, mark],
  [/(?<![\w-])[\w-]{44}AzFu[\w-]{5}[AQgw]==/g, mark],
  [/(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/g, mark],
  [/(?<=:\/\/)[^/\s:@]{1,256}:[^/\s@]{1,256}(?=@)/g, mark],
  [/(?<=\b(?:bearer|basic) )(?=\S{0,100}\d)[\w.~+/=-]{16,}/gi, mark],
]

/** What every shape has: most texts are done with after one look. */
const sign = /[=~@]|%3D|":|-----BEGIN|eyJ|gh[pousr]_|github_pat_|sk-|\+ACR|AzSe|(?:bearer|basic) /i

/** Names with their values: `Password=…`, `"clientSecret": "…"`. */
const assigned = /(?<![\w.-])([\w.-]+)=("[^"]{0,1000}"?|'[^']{0,1000}'?|[^\s;&"'<>]+)/g
const member = /"([\w.-]{1,100})":( ?)"([^"]{1,1000})"?/g

/** A text without the credentials that stand in it, in linear time. */
export function withoutCredentials(text: string): string {
  if (!sign.test(text)) return text
  return shapes
    .reduce((left, [shape, instead]) => left.replace(shape, instead), text.replace(/[\w.-]{20,}/g, withoutToken))
    .replace(assigned, (all, name, value) => (isSecret(name, unquoted(value)) ? `${name}=${mark}` : all))
    .replace(member, (all, name, space, value) => (isSecret(name, value) ? `"${name}":${space}"${mark}"` : all))
}

function isSecret(name: string, value: string): boolean {
  return classify(name, value) !== 'safe'
}

function unquoted(value: string): string {
  return value.replace(/^["']|["']$/g, '')
}

/** JSON web tokens, also one that was cut off in its middle: their first part is longer than a word. */
function withoutToken(word: string): string {
  const at = word.indexOf('eyJ')
  return at >= 0 && word.indexOf('.', at) - at > 12 ? word.slice(0, at) + mark : word
}

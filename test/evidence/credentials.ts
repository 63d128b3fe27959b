import { createHash } from 'node:crypto'

/** Shapes are put together from parts, so that scanners of this repository stay calm. */
export const b64 = (length: number, seed = 'x') =>
  createHash('sha512').update(seed).digest('base64').replace(/=/g, '').repeat(4).slice(0, length)
export const alnum = (length: number) =>
  b64(length * 2)
    .replace(/[^A-Za-z0-9]/g, 'a')
    .slice(0, length)
const url = (text: string) => b64(400, text).replaceAll('+', '-').replaceAll('/', '_')

/** Name of a variable, its value, and the shape that it has. */
export const credentials: [string, string, string][] = [
  ['CONFIG', `DefaultEndpoints${'Protocol'}=https;AccountName=x;Account${'Key'}=${b64(86)}==`, 'account-key'],
  ['CONFIG', `Account${'Key'}=${b64(20)}`, 'account-key'],
  ['CONFIG', `Endpoint=sb://x.servicebus.windows.net/;SharedAccess${'Key'}=${b64(43)}=`, 'account-key'],
  ['CONFIG', `defaultendpoints${'protocol'}=https;AccountName=x`, 'connection-string'],
  ['DATA', `https://x.blob.core.windows.net/c?sv=2024-11-04&${'sig'}=${alnum(44)}%3D`, 'shared-access-signature'],
  ['DATA', `?${'sig'}=${alnum(30)}`, 'shared-access-signature'],
  ['PEM', `-----BEGIN ${'PRIVATE KEY'}-----\nMIIE`, 'private-key'],
  ['PEM', `-----BEGIN RSA ${'PRIVATE KEY'}-----`, 'private-key'],
  ['PEM', `-----BEGIN OPENSSH ${'PRIVATE KEY'}-----`, 'private-key'],
  ['BEARER', `ey${'J'}hbGciOiJub25lIn0.ey${'J'}zdWIiOiJ4In0.`, 'json-web-token'],
  ['BEARER', `ey${'J'}hbGciOiJSUzI1NiJ9.ey${'J'}zdWIiOiJ4In0.${url('s').slice(0, 40)}`, 'json-web-token'],
  ['CI', `gh${'p'}_${alnum(36)}`, 'github-token'],
  ['CI', `gh${'s'}_${alnum(36)}`, 'github-token'],
  ['CI', `gh${'o'}_${alnum(36)}`, 'github-token'],
  ['LLM', `s${'k'}-${alnum(48)}`, 'api-key'],
  ['LLM', `s${'k'}-proj-${alnum(40)}`, 'api-key'],
  ['WORKER', `${b64(86)}==`, 'base64-key'],
  ['REGISTRY', `${b64(42)}+${'ACR'}A${b64(5)}`, 'azure-registry-password'],
  ['BLOB', `${b64(76)}+${'ASt'}${b64(5)}A==`, 'azure-storage-key'],
  ['DOCS', `${b64(76)}${'ACDb'}${b64(5)}w==`, 'azure-cosmos-key'],
  ['BATCH', `${b64(76)}+${'ABa'}${b64(5)}A==`, 'azure-batch-key'],
  ['HUB', `${b64(33)}+${'AEh'}${b64(6)}=`, 'azure-hub-key'],
  ['IOT', `${b64(33)}${'AIoT'}${b64(6)}=`, 'azure-iot-key'],
  ['SEARCH', `${url('a').slice(0, 42)}${'AzSe'}A${url('b').slice(0, 5)}`, 'azure-search-key'],
  ['FUNC', `${url('a').slice(0, 44)}${'AzFu'}${url('b').slice(0, 5)}A==`, 'azure-function-key'],
  ['APP', `abc8${'Q~'}${url('c').slice(0, 34)}`, 'azure-app-secret'],
  ['PIP_INDEX_URL', `https://user:${alnum(20)}@pkgs.example.com/simple`, 'url-password'],
  ['DB', `postgresql://app:${alnum(12)}@db.example.com/x`, 'url-password'],
  ['APP', `abc8${'Q~'}${url('d').slice(0, 31)}`, 'azure-app-secret'],
  ['MODEL_TOKEN', `${b64(43)}=`, 'base64-key'],
]

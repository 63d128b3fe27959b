export * as tunnel from 'tunnel'
export { fetch, ProxyAgent } from 'undici'

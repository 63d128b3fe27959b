import { print } from './print.ts'

/** Light and dark, from a phone to paper. Each colour has a contrast of at least 4.5 to what is behind it. */
export const style = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1f2328;--soft:#59636e;--line:#d1d9e0;--panel:#f6f8fa;--link:#0550ae;
--high:#a40e26;--high-bg:#ffebe9;--medium:#8a4600;--medium-bg:#fff1e5;--low:#6b5300;--low-bg:#fff8c5;
--unknown:#6639ba;--unknown-bg:#fbefff;--pass:#116329;--pass-bg:#dafbe1}
@media screen and (prefers-color-scheme:dark){:root{--bg:#0d1117;--fg:#e6edf3;--soft:#9198a1;--line:#3d444d;--panel:#151b23;--link:#79b8ff;
--high:#ffa198;--high-bg:#3c1618;--medium:#ffb77c;--medium-bg:#38210d;--low:#e3c04d;--low-bg:#2d2405;
--unknown:#d2a8ff;--unknown-bg:#271a3d;--pass:#7ee787;--pass-bg:#0f2a17}}
*{box-sizing:border-box}[hidden]{display:none!important}
body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
header,nav,main,footer{max-width:1100px;margin:auto;padding:0 1.25rem}
a{color:var(--link)}:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem;background:var(--bg);padding:.5rem}
.top{border-top:.5rem solid var(--soft)}.top.fail{border-color:#cf222e}.top.incomplete{border-color:#bf8700}.top.pass{border-color:#1a7f37}
header{padding-top:1.5rem}.name{margin:0;color:var(--soft);font-size:.9rem}
h1{font-size:1.75rem;line-height:1.25;margin:.25rem 0 .75rem;max-width:50rem;text-wrap:balance}
h2{font-size:1.35rem;margin:2.5rem 0 .5rem;padding-bottom:.3rem;border-bottom:1px solid var(--line)}
h3{font-size:1.05rem;margin:0 0 .25rem}h4{font-size:.95rem;margin:1rem 0 .25rem}p{margin:.35rem 0}
#numbers h2{position:absolute;left:-999rem}nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;list-style:none;padding:.6rem 0;margin:0}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(6.8rem,1fr));gap:.6rem;margin:1rem 0}
.tile{display:flex;flex-direction:column-reverse;padding:.6rem .8rem;border-radius:.5rem;background:var(--panel)}
.tile dd{margin:0;font-size:1.6rem;font-weight:600;line-height:1.2;white-space:nowrap}.tile dt{font-size:.85rem}
.high{color:var(--high);background:var(--high-bg)}.medium{color:var(--medium);background:var(--medium-bg)}
.low{color:var(--low);background:var(--low-bg)}.unknown{color:var(--unknown);background:var(--unknown-bg)}
.pass,.new{color:var(--pass);background:var(--pass-bg)}
.pill{display:inline-block;padding:0 .55em;border-radius:1em;font-size:.8rem;font-weight:600;line-height:1.6}
.pill.info,.pill.waived,.pill.fail{color:var(--soft);background:var(--panel);border:1px solid var(--line);line-height:1.45}
.facts{color:var(--soft);font-size:.875rem}
.filter{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end;margin:1.5rem 0 0;padding:.8rem;border-radius:.5rem;background:var(--panel)}
.filter label{display:flex;flex-direction:column;min-width:0;font-size:.8rem;flex:1 1 8rem}.filter .wide{flex:3 1 14rem}
.filter output{flex:1 0 100%;font-size:.875rem}
input,select,button{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--soft);border-radius:.35rem;padding:.3rem .5rem;min-width:0}
.group{border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.1rem;margin:.8rem 0;content-visibility:auto;contain-intrinsic-size:auto 20rem}
.resources{list-style:none;padding:0;margin:.6rem 0}.resources li{padding:.45rem 0;border-top:1px solid var(--line)}
code,pre{font:.85em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
code{background:var(--panel);padding:.1em .3em;border-radius:.25em}
pre{background:var(--panel);border-radius:.4rem;padding:.7rem .9rem;margin:.5rem 0;white-space:pre-wrap;max-height:20rem;overflow:auto}pre code{padding:0;font-size:1em}
.scroll{overflow-x:auto;margin:.5rem 0;max-height:80vh}table{border-collapse:separate;border-spacing:0;font-size:.9rem;min-width:100%}
th,td{text-align:left;vertical-align:top;padding:.4rem .7rem;border-bottom:1px solid var(--line);overflow-wrap:normal}
thead th{position:sticky;top:0;z-index:1;background:var(--panel);white-space:nowrap}tbody th{font-weight:600;background:var(--bg)}
.sort tbody th{position:sticky;left:0;max-width:14rem;overflow-wrap:anywhere}.sort td{white-space:nowrap}.n{text-align:right}
th button{border:0;padding:0;background:none;font-weight:600;cursor:pointer}th button:after{content:" ↕";color:var(--soft)}
[aria-sort=ascending] button:after{content:" ↑"}[aria-sort=descending] button:after{content:" ↓"}
.framework{break-before:page}.control{break-after:avoid}.control th,.control td{background:var(--panel)}.control .facts{font-weight:400}.controls .bad{color:var(--high);font-weight:600}.controls .undecided{color:var(--unknown);font-weight:600}
.controls tr:not(.control)>[scope=row]{font-weight:400;padding-left:1.6rem}
.columns{columns:20rem;padding-left:1.2rem;font-size:.9rem}
.run{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.6rem 1.5rem}.run dt{color:var(--soft);font-size:.85rem}.run dd{margin:0}.trend{max-width:100%;height:auto}
details{border-top:1px solid var(--line)}summary{padding:.45rem 0;cursor:pointer}:where(#evidence td:first-child){color:var(--pass)}#evidence :is(.info,.waived){color:var(--soft)}
#criteria th:first-child{width:30%}details table{table-layout:fixed;width:100%;margin-bottom:1rem}details :is(th,td){overflow-wrap:anywhere}details thead th{position:static}#evidence thead th{width:7.5rem}
#evidence thead th+th{width:32%}#evidence thead th+th+th{width:auto}#evidence tbody th{padding-top:.8rem}th .facts{font-weight:400}#evidence p{margin:.2rem 0 0}
footer{padding:2rem 1.25rem;color:var(--soft);font-size:.85rem}
@media(max-width:600px){body{font-size:15px}h1{font-size:1.4rem}header,nav,main,footer{padding-left:.9rem;padding-right:.9rem}.group{padding:.8rem}.sort tbody th{max-width:9rem}th,td{padding:.35rem .5rem}#evidence thead th{width:5.5rem}}
${print}`

/**
 * On paper: nothing is cut, whatever its format; heads of tables repeat; whoever prints need not print backgrounds, and
 * nothing is left out by the filter. What is folded is open.
 */
export const print = `.print{display:none}
@page{margin:13mm 11mm 15mm;@bottom-left{content:"azureml-encryption-check";font:7.5pt sans-serif;color:#59636e}
@bottom-right{content:"Page " counter(page) " of " counter(pages);font:7.5pt sans-serif;color:#59636e}}
@media print{:root{color-scheme:light}.print{display:block}nav,.filter,.skip{display:none}
body{font-size:9.5pt;line-height:1.4;-webkit-print-color-adjust:exact;print-color-adjust:exact}
header,main,footer{max-width:none;padding-left:0;padding-right:0}header{padding-top:.8rem}
a{color:inherit;text-decoration:none}h1{font-size:16pt}h2{font-size:13pt;margin-top:1.6rem}h3{font-size:10.5pt}.facts{font-size:8.5pt}
h1,h2,h3,h4,p:has(+ul,+pre,+.scroll),h2+p{break-after:avoid}.group>p,.resources{break-before:avoid}li,tr,p,dl>div{break-inside:avoid}
section[hidden]{display:block!important}li[hidden]{display:list-item!important}tr[hidden]{display:table-row!important}
.tiles{grid-template-columns:repeat(8,1fr);gap:2mm}.tile{padding:1.5mm;border:1px solid var(--line);break-inside:avoid}.tile dd{font-size:13pt}.tile dt{font-size:7.5pt}
p{margin:.6mm 0}.resources{margin:1mm 0}.resources li{padding:.8mm 0}.group{margin:3mm 0}h4{margin:1.5mm 0 .5mm}pre{padding:1.5mm 2mm;margin:1mm 0}.pill{border:1px solid;line-height:1.4}.group{content-visibility:visible;border:0;border-top:1px solid var(--line);border-radius:0;padding:2mm 0 0}
.scroll,pre{max-height:none;overflow:visible}pre,code{overflow-wrap:anywhere}code{padding:0 .1em}
table{width:100%;font-size:8pt}th,td{padding:.8mm 1.2mm;overflow-wrap:break-word}tbody th{overflow-wrap:anywhere}thead th,.sort tbody th{position:static;white-space:normal;max-width:none}
thead th{overflow-wrap:normal;border-bottom:1px solid var(--soft)}.sort td{white-space:normal}th button{display:contents}th button:after{content:""!important}
#matrix table{table-layout:fixed}#matrix th:first-child{width:24%}#matrix thead th{vertical-align:bottom;font-size:7pt}
#matrix thead th:nth-child(n+2){writing-mode:sideways-lr;vertical-align:middle;white-space:nowrap;padding:1mm .5mm}
#matrix td{font-size:0;padding:1mm 0;text-align:center}#matrix td:before{content:attr(data-short);font-size:7.5pt;font-weight:600}
details::details-content{content-visibility:visible;block-size:auto}summary{list-style:none;break-after:avoid;font-size:11pt}details[hidden]{display:block!important}
#review{break-inside:avoid}.sign{display:grid;grid-template-columns:1fr 1fr 1fr;gap:3mm}.sign div{border-bottom:1px solid var(--soft);height:16mm}.sign div:last-child{grid-column:1/-1;height:40mm}.trend{color-scheme:light}
#criteria,#evidence,.ws+details{break-before:page}#evidence tbody tr:has(th){break-after:avoid}#evidence thead th{width:24mm}.columns{columns:3}}
`

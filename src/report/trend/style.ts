/**
 * Light or dark as the reader's system is. The card has a ground of its own: the page around it may be of the other kind.
 * Severities differ in pattern, too.
 */
export const style = `<style>
.card{fill:#fff;stroke:#d1d9e0}text{font:12px -apple-system,BlinkMacSystemFont,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif;fill:#59636e}
.head{font-weight:600;font-size:13px;fill:#1f2328}.value{font-weight:600;fill:#1f2328}.grid{stroke:#d1d9e0}.axis{stroke:#818b98}
.high{fill:#a40e26}.medium{fill:url(#medium)}.low{fill:url(#low)}.incomplete{fill:none;stroke:#1f2328}
.medium-ground{fill:#e38b2f}.medium-line{stroke:#7a3e00}.low-ground{fill:#f6ebc4}.low-dot{fill:#8a6100}
.line{fill:none;stroke:#0969da;stroke-width:2}.dot{fill:#0969da}
@media(prefers-color-scheme:dark){.card{fill:#0d1117;stroke:#3d444d}text{fill:#9198a1}.head,.value{fill:#f0f6fc}.grid{stroke:#2a313c}.axis{stroke:#656c76}
.high{fill:#ff7b72}.medium-ground{fill:#9e5a14}.medium-line{stroke:#ffb55c}.low-ground{fill:#3d330f}.low-dot{fill:#d6b94f}.incomplete{stroke:#f0f6fc}.line{stroke:#4493f8}.dot{fill:#4493f8}}
</style>
<defs>
<pattern id="medium" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="medium-ground" width="6" height="6"/><path class="medium-line" stroke-width="3" d="M0 0v6"/></pattern>
<pattern id="low" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="low-ground" width="6" height="6"/><circle class="low-dot" cx="1.5" cy="1.5" r=".9"/><circle class="low-dot" cx="4.5" cy="4.5" r=".9"/></pattern>
</defs>`

/** An initiative of Microsoft's, which assigns policies to the controls of a framework. */
export interface Initiative {
  /** as people name the framework in a workflow, its version included */
  name: string
  title: string
  version: string
  /** its definition, below `built-in-policies/policySetDefinitions/` */
  file: string
  /** what stands before the number of a control in the name of its group */
  prefix: string
  /** what the framework writes where Microsoft writes `_` */
  joint: string
}

function of(name: string, title: string, version: string, file: string, odd: Partial<Initiative> = {}): Initiative {
  const folder = file.includes('/') ? '' : 'Regulatory Compliance/'
  return { name, title, version, file: `${folder}${file}.json`, prefix: `${file}_`, joint: '_', ...odd }
}

const mcsb = 'Microsoft cloud security benchmark'
// version 2 goes on with the groups of version 1, which were made when it was called Azure Security Benchmark 3.0
const prefix = 'Azure_Security_Benchmark_v3.0_'

/**
 * What customers are asked for: Microsoft's benchmark, frameworks that hold in many countries or for a whole trade, laws
 * of the European Union, and what the United States demand of suppliers. Of each the newest version that Microsoft has,
 * and an older one only where it still binds. In the order in which reports have them.
 */
export const initiatives: readonly Initiative[] = [
  of('mcsb-v2', mcsb, 'v2', 'Security Center/MCSBv2', { prefix }),
  of('mcsb-v1', mcsb, 'v1', 'Security Center/AzureSecurityCenter', { prefix }),
  of('nist-800-53-r5', 'NIST SP 800-53', 'R5', 'NIST_SP_800-53_R5'),
  of('iso-27001-2022', 'ISO/IEC 27001', '2022', 'ISO_IEC_27001_2022'),
  of('iso-27002-2022', 'ISO/IEC 27002', '2022', 'ISO_IEC_27002_2022'),
  of('soc-2', 'SOC 2 criteria', '2023', 'SOC_2023'),
  of('pci-dss-v4.0.1', 'PCI DSS', 'v4.0.1', 'PCI_DSS_v4.0.1'),
  of('gdpr', 'EU General Data Protection Regulation (GDPR)', '2016/679', 'EU_GDPR_2016_679', { joint: ' ' }),
  of('dora', 'EU Digital Operational Resilience Act (DORA)', '2022/2554', 'DORA_2022_2554'),
  of('nis2', 'EU NIS 2 Directive', '2022/2555', 'EU_2555_(NIS2)_2022'),
  of('cis-azure-v3.0.0', 'CIS Azure Foundations Benchmark', 'v3.0.0', 'CIS_Azure_Foundations_v3.0.0'),
  of('cis-controls-v8.1', 'CIS Controls', 'v8.1', 'CIS_Controls_v8.1'),
  of('fedramp-high', 'FedRAMP High', 'R4', 'FedRAMP_H_audit', { prefix: 'FedRAMP_High_R4_' }),
  of('fedramp-moderate', 'FedRAMP Moderate', 'R4', 'FedRAMP_M_audit', { prefix: 'FedRAMP_Moderate_R4_' }),
  of('cmmc-2.0-l2', 'CMMC 2.0', 'Level 2', 'CMMC_2_0_L2', { prefix: 'CMMC_2.0_L2_' }),
  of('nist-800-171-r3', 'NIST SP 800-171', 'R3', 'NIST_SP_800-171_R3'),
  // what CMMC 2.0 stands on
  of('nist-800-171-r2', 'NIST SP 800-171', 'R2', 'NIST_SP_800-171_R2'),
  of('nist-csf-v2.0', 'NIST Cybersecurity Framework', 'v2.0', 'NIST_CSF_v2.0', { joint: '-' }),
  of('csa-ccm-v4.0.12', 'CSA Cloud Controls Matrix', 'v4.0.12', 'CSA_v4.0.12', { joint: '-' }),
  of('iso-27017-2015', 'ISO/IEC 27017', '2015', 'ISO_IEC_27017_2015'),
  of('hitrust-csf-v11.3', 'HITRUST CSF', 'v11.3', 'HITRUST_CSF_v11.3'),
  of('swift-cscf-2024', 'SWIFT Customer Security Controls Framework', '2024', 'SWIFT_CSCF_2024'),
]

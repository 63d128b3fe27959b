// Made by `npm run controls`.

/** As a workflow names them. */
export const frameworkNames = [
  'mcsb-v2',
  'mcsb-v1',
  'nist-800-53-r5',
  'iso-27001-2022',
  'iso-27002-2022',
  'soc-2',
  'pci-dss-v4.0.1',
  'gdpr',
  'dora',
  'nis2',
  'cis-azure-v3.0.0',
  'cis-controls-v8.1',
  'fedramp-high',
  'fedramp-moderate',
  'cmmc-2.0-l2',
  'nist-800-171-r3',
  'nist-800-171-r2',
  'nist-csf-v2.0',
  'csa-ccm-v4.0.12',
  'iso-27017-2015',
  'hitrust-csf-v11.3',
  'swift-cscf-2024',
] as const

export type FrameworkName = (typeof frameworkNames)[number]

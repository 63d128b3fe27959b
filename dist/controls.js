"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// src/controls/controls.ts
var controls_exports = {};
__export(controls_exports, {
  controlsIn: () => controlsIn,
  mappingOf: () => mappingOf
});
module.exports = __toCommonJS(controls_exports);

// src/controls/table.ts
var source = {
  repository: "Azure/azure-policy",
  commit: "f4a50bacae07ddb096943c597669bcae494a6e29",
  date: "2026-04-29"
};
var table = [
  {
    name: "mcsb-v2",
    title: "Microsoft cloud security benchmark",
    version: "v2 (preview)",
    initiative: "Microsoft cloud security benchmark v2, 1.3.0-preview",
    size: 92,
    controls: {
      "DP-3": "31: 404c d9da fe83",
      "DP-4": "25: 1fd3 4142 4733 ea0d fc4d",
      "DP-5": "46: 0aa6 1f68 1f90 2cc2 5b91 64d3 6712 6fac 702d 7c32 7d7b b5ec ba76 f0e5",
      "DP-6": "11: 0449 152b 49a2 c26e d8cf",
      "DP-8": "6: 0b60 1e66",
      "IM-1": "22: 71ef 8c6a dc92 e96a",
      "IM-3": "15: 5f0c",
      "LT-5": "1: fa29",
      "NS-2": "126: 2cc2",
      "PA-7": "4: 12d4"
    }
  },
  {
    name: "mcsb-v1",
    title: "Microsoft cloud security benchmark",
    version: "v1",
    initiative: "Microsoft cloud security benchmark, 57.56.0",
    size: 85,
    controls: {
      "DP-3": "15: 404c",
      "DP-4": "8: fc4d",
      "DP-5": "10: 1f90 5b91 6712 6fac ba76",
      "DP-6": "3: 152b",
      "DP-8": "6: 0b60 1e66",
      "IM-1": "16: 71ef 8c6a e96a",
      "PA-7": "4: 12d4"
    }
  },
  {
    name: "nist-800-53-r5",
    title: "NIST SP 800-53",
    version: "R5",
    initiative: "NIST SP 800-53 Rev. 5, 14.19.0",
    size: 970,
    controls: {
      "AC-2": "25: 71ef",
      "AC-2(1)": "7: 71ef",
      "AC-2(7)": "10: 71ef",
      "AC-3": "18: 71ef",
      "CP-9": "9: 0b60 1e66",
      "IA-2": "7: 71ef",
      "IA-4": "7: 71ef",
      "IA-5": "18: 152b",
      "SC-8": "15: 404c d9da",
      "SC-8(1)": "14: 404c d9da",
      "SC-12": "40: 0aa6 1f68 1f90 1fd3 5b91 64d3 6712 6fac 702d 7d7b b5ec ba76 fa29",
      "SC-28": "16: 4142 4733 ea0d fc4d",
      "SC-28(1)": "16: 4142 4733 ea0d fc4d",
      "SI-2": "15: fb89",
      "SI-2(6)": "3: fb89"
    }
  },
  {
    name: "iso-27001-2022",
    title: "ISO/IEC 27001",
    version: "2022",
    initiative: "ISO/IEC 27001 2022, 1.3.0",
    size: 12,
    controls: { "7.5.3": "31: 0aa6 b5ec" }
  },
  {
    name: "iso-27002-2022",
    title: "ISO/IEC 27002",
    version: "2022",
    initiative: "ISO/IEC 27002 2022, 1.7.0",
    size: 23,
    controls: {
      "5.15": "4: 12d4",
      "5.18": "18: 12d4 152b 8c6a e96a",
      "7.14": "1: 0b60",
      "8.2": "29: 12d4",
      "8.3": "4: 12d4",
      "8.24": "13: 0449 0aa6 152b 404c d8cf"
    }
  },
  {
    name: "soc-2",
    title: "SOC 2 criteria",
    version: "2023",
    initiative: "SOC 2023, 1.7.0",
    size: 30,
    controls: {
      "A1.1": "100: 152b 8c6a e96a",
      "CC2.2": "26: 152b 8c6a e96a",
      "CC2.3": "200: 0449 0aa6 0b60 152b 404c 75c4 8206 8c6a b5ec c39b d8cf fb89",
      "CC5.1": "15: 152b 8c6a e96a",
      "CC5.3": "211: 0449 0aa6 0b60 152b 404c 75c4 8206 8c6a b5ec c39b d8cf e96a fb89",
      "CC6.1": "121: 0449 0aa6 152b 404c 75c4 8c6a d8cf e96a",
      "CC6.2": "48: 12d4 152b 8c6a e96a",
      "CC6.3": "54: 12d4 152b 8c6a e96a",
      "CC7.2": "153: 0aa6 152b 404c 75c4 8206 8c6a e96a",
      "CC7.4": "195: 0449 0aa6 0b60 152b 404c 75c4 8206 8c6a b5ec c39b d8cf fb89",
      "CC8.1": "132: 152b 8c6a d8cf e96a",
      "CC9.1": "17: 0449 0aa6 152b 404c 75c4 d8cf",
      "CC9.2": "41: 152b 8c6a e96a"
    }
  },
  {
    name: "pci-dss-v4.0.1",
    title: "PCI DSS",
    version: "v4.0.1",
    initiative: "PCI DSS v4.0.1, 1.6.0",
    size: 85,
    controls: {
      "1.4.4": "42: 404c",
      "3.5.1.1": "18: 0aa6 404c 75c4",
      "3.6.1": "15: 0449 0aa6 152b 404c 75c4 d8cf",
      "3.6.1.1": "13: 0449 0aa6 152b 404c d8cf",
      "3.6.1.2": "1: d8cf",
      "3.6.1.4": "1: d8cf",
      "3.7.1": "15: 0449 0aa6 152b 404c 75c4 d8cf",
      "3.7.2": "15: 0449 0aa6 152b 404c 75c4 d8cf",
      "3.7.3": "13: 0449 0aa6 152b 404c d8cf",
      "3.7.5": "13: 0449 0aa6 152b 404c d8cf",
      "3.7.6": "15: 0449 0aa6 152b 404c 75c4 d8cf",
      "3.7.7": "13: 0449 0aa6 152b 404c d8cf",
      "3.7.8": "13: 0449 0aa6 152b 404c d8cf",
      "4.2.1": "18: 0aa6 404c 75c4",
      "6.3.3": "23: fb89",
      "7.2.1": "41: 152b 8c6a e96a",
      "7.2.2": "41: 152b 8c6a e96a",
      "7.2.3": "36: 152b 8c6a e96a",
      "7.2.4": "38: 12d4 152b 8c6a e96a",
      "7.2.5": "42: 152b 8c6a e96a",
      "7.2.5.1": "37: 12d4 152b 8c6a e96a",
      "7.2.6": "39: 152b 8c6a e96a"
    }
  },
  {
    name: "gdpr",
    title: "EU General Data Protection Regulation (GDPR)",
    version: "2016/679",
    initiative: "EU General Data Protection Regulation (GDPR) 2016/679, 1.7.0",
    size: 6,
    controls: {
      "Art. 24": "283: 0449 0aa6 0b60 12d4 152b 1e66 1f90 404c 4142 4733 5b91 6712 6fac 702d 71ef 75c4 7d7b 8206 8c6a b5ec ba76 c39b d8cf e96a fa29 fb89 fc4d fe83",
      "Art. 25": "283: 0449 0aa6 0b60 12d4 152b 1e66 1f90 404c 4142 4733 5b91 6712 6fac 702d 71ef 75c4 7d7b 8206 8c6a b5ec ba76 c39b d8cf e96a fa29 fb89 fc4d fe83",
      "Art. 28": "283: 0449 0aa6 0b60 12d4 152b 1e66 1f90 404c 4142 4733 5b91 6712 6fac 702d 71ef 75c4 7d7b 8206 8c6a b5ec ba76 c39b d8cf e96a fa29 fb89 fc4d fe83",
      "Art. 32": "283: 0449 0aa6 0b60 12d4 152b 1e66 1f90 404c 4142 4733 5b91 6712 6fac 702d 71ef 75c4 7d7b 8206 8c6a b5ec ba76 c39b d8cf e96a fa29 fb89 fc4d fe83"
    }
  },
  {
    name: "dora",
    title: "EU Digital Operational Resilience Act (DORA)",
    version: "2022/2554",
    initiative: "DORA 2022 2554, 1.5.0",
    size: 8,
    controls: {
      "9.3a": "47: 152b 404c 4142 d8cf d9da",
      "9.3b": "32: 12d4 1f90 1fd3 404c 5b91 64d3 6712 6fac b5ec",
      "9.3c": "54: 0aa6 152b 1e66 1f68 1f90 4142 5b91 64d3 6712 6fac 702d 7d7b 8c6a b5ec ba76 d8cf fa29"
    }
  },
  {
    name: "nis2",
    title: "EU NIS 2 Directive",
    version: "2022/2555",
    initiative: "EU 2022/2555 (NIS2) 2022, 1.6.0",
    size: 9,
    controls: {
      "9": "14: 0b60 c39b",
      "11": "60: 0b60 75c4 c39b fb89",
      "12": "58: 0b60 75c4 c39b fb89",
      "21": "177: 0449 0aa6 0b60 152b 404c 75c4 8206 8c6a b5ec c39b d8cf fb89",
      "29": "58: 0b60 75c4 c39b fb89"
    }
  },
  {
    name: "cis-azure-v3.0.0",
    title: "CIS Azure Foundations Benchmark",
    version: "v3.0.0",
    initiative: "CIS Azure Foundations v3.0.0, 1.3.0",
    size: 72,
    controls: {
      "3.3.1": "1: 152b",
      "3.3.2": "1: 152b",
      "3.3.5": "2: 0b60 1e66",
      "3.3.6": "1: 12d4",
      "4.1": "1: 404c",
      "4.2": "1: 4733",
      "4.15": "1: fe83",
      "6.1.3": "1: 6fac",
      "8.3": "1: 702d"
    }
  },
  {
    name: "cis-controls-v8.1",
    title: "CIS Controls",
    version: "v8.1",
    initiative: "CIS Controls v8.1, 1.6.0",
    size: 77,
    controls: {
      "3.1": "3: 152b",
      "3.10": "8: 404c fe83",
      "3.14": "40: 8c6a e96a",
      "4.1": "44: 0b60 152b 1e66 404c fe83",
      "4.7": "19: 8c6a e96a",
      "5.1": "33: 8c6a e96a",
      "5.3": "18: 8c6a e96a",
      "5.4": "20: 12d4 8c6a e96a",
      "5.5": "17: 8c6a e96a",
      "5.6": "18: 8c6a e96a",
      "6.1": "18: 8c6a e96a",
      "6.2": "19: 152b 8c6a e96a",
      "10.7": "89: 8c6a e96a fb89",
      "11.1": "2: 0b60 1e66",
      "12.1": "22: fb89",
      "12.3": "36: fb89",
      "12.5": "19: 8c6a e96a",
      "12.8": "20: 12d4 8c6a e96a",
      "13.1": "91: 8c6a e96a fb89",
      "13.3": "89: 8c6a e96a fb89",
      "13.11": "43: 8c6a e96a",
      "16.2": "22: fb89",
      "16.5": "17: fb89",
      "16.6": "17: fb89",
      "16.7": "17: fb89",
      "16.12": "22: fb89",
      "16.13": "22: fb89",
      "18.1": "17: fb89",
      "18.2": "16: fb89",
      "18.3": "16: fb89",
      "18.4": "83: 8c6a e96a fb89",
      "18.5": "16: fb89"
    }
  },
  {
    name: "fedramp-high",
    title: "FedRAMP High",
    version: "R4",
    initiative: "FedRAMP High, 17.20.0",
    size: 421,
    controls: {
      "AC-2": "25: 71ef",
      "AC-2(1)": "7: 71ef",
      "AC-2(7)": "10: 71ef",
      "AC-3": "18: 71ef",
      "CP-9": "9: 0b60 1e66",
      "IA-2": "7: 71ef",
      "IA-4": "7: 71ef",
      "IA-5": "18: 152b",
      "SC-8": "15: 404c d9da",
      "SC-8(1)": "14: 404c d9da",
      "SC-12": "40: 0aa6 1f68 1f90 1fd3 5b91 64d3 6712 6fac 702d 7d7b b5ec ba76 fa29",
      "SC-28": "16: 4142 4733 ea0d fc4d",
      "SC-28(1)": "16: 4142 4733 ea0d fc4d",
      "SI-2": "15: fb89"
    }
  },
  {
    name: "fedramp-moderate",
    title: "FedRAMP Moderate",
    version: "R4",
    initiative: "FedRAMP Moderate, 17.19.0",
    size: 325,
    controls: {
      "AC-2": "25: 71ef",
      "AC-2(1)": "7: 71ef",
      "AC-2(7)": "10: 71ef",
      "AC-3": "18: 71ef",
      "CP-9": "9: 0b60 1e66",
      "IA-2": "7: 71ef",
      "IA-4": "7: 71ef",
      "IA-5": "18: 152b",
      "SC-8": "15: 404c d9da",
      "SC-8(1)": "14: 404c d9da",
      "SC-12": "40: 0aa6 1f68 1f90 1fd3 5b91 64d3 6712 6fac 702d 7d7b b5ec ba76 fa29",
      "SC-28": "16: 4142 4733 ea0d fc4d",
      "SC-28(1)": "16: 4142 4733 ea0d fc4d",
      "SI-2": "15: fb89"
    }
  },
  {
    name: "cmmc-2.0-l2",
    title: "CMMC 2.0",
    version: "Level 2",
    initiative: "CMMC 2.0 Level 2, 2.22.0",
    size: 110,
    controls: {
      "AC.L1-3.1.1": "49: 71ef",
      "AC.L1-3.1.2": "16: 71ef",
      "IA.L1-3.5.1": "5: 71ef",
      "IA.L1-3.5.2": "11: 152b 71ef",
      "IA.L2-3.5.5": "5: 71ef",
      "IA.L2-3.5.6": "6: 71ef",
      "MP.L2-3.8.9": "6: 0b60 1e66",
      "SC.L2-3.13.8": "13: 404c d9da",
      "SC.L2-3.13.10": "37: 0aa6 1f68 1f90 1fd3 5b91 64d3 6712 6fac 702d 75c4 7d7b 8206 b5ec ba76 fa29",
      "SC.L2-3.13.11": "4: 75c4 8206",
      "SC.L2-3.13.16": "14: 4142 4733 ea0d fc4d",
      "SI.L1-3.14.1": "14: fb89"
    }
  },
  {
    name: "nist-800-171-r3",
    title: "NIST SP 800-171",
    version: "R3",
    initiative: "NIST 800-171 R3, 1.7.0",
    size: 58,
    controls: {
      "3.1.1": "16: 152b 8c6a e96a",
      "3.1.2": "36: 152b 8c6a e96a",
      "3.1.5": "22: 152b 8c6a e96a",
      "3.1.6": "17: 152b 8c6a e96a",
      "3.1.16": "7: 152b d8cf",
      "3.4.8": "5: fb89",
      "3.5.1": "10: 8c6a",
      "3.5.5": "41: 152b 8c6a e96a",
      "3.8.2": "3: 12d4",
      "3.8.3": "1: 0b60",
      "3.8.9": "4: 0b60",
      "3.13.1": "42: 404c",
      "3.13.10": "13: 0449 0aa6 152b 404c d8cf",
      "3.13.11": "18: 0aa6 404c 75c4",
      "3.14.1": "23: fb89"
    }
  },
  {
    name: "nist-800-171-r2",
    title: "NIST SP 800-171",
    version: "R2",
    initiative: "NIST SP 800-171 Rev. 2, 15.22.0",
    size: 110,
    controls: {
      "3.1.1": "50: 71ef",
      "3.1.2": "28: 71ef",
      "3.5.1": "9: 71ef",
      "3.5.2": "21: 152b 71ef",
      "3.5.5": "6: 71ef",
      "3.5.6": "6: 71ef",
      "3.8.9": "8: 0b60 1e66",
      "3.13.8": "16: 404c d9da",
      "3.13.10": "40: 0aa6 1f68 1f90 1fd3 5b91 64d3 6712 6fac 702d 7d7b b5ec ba76 fa29",
      "3.13.16": "18: 4142 4733 ea0d fc4d",
      "3.14.1": "17: fb89"
    }
  },
  {
    name: "nist-csf-v2.0",
    title: "NIST Cybersecurity Framework",
    version: "v2.0",
    initiative: "NIST CSF v2.0, 1.5.0",
    size: 24,
    controls: { "DE.CM-09": "24: fb89", "PR.AA": "3: 12d4", "PR.DS-01": "4: 0b60" }
  },
  {
    name: "csa-ccm-v4.0.12",
    title: "CSA Cloud Controls Matrix",
    version: "v4.0.12",
    initiative: "CSA CSA Cloud Controls Matrix v4.0.12, 1.7.0",
    size: 92,
    controls: {
      "AIS-07": "22: fb89",
      "BCR-08": "7: 0b60 c39b",
      "CCC-03": "27: 152b d8cf",
      "CCC-07": "22: fb89",
      "CEK-01": "13: 0449 0aa6 152b 404c d8cf",
      "CEK-02": "24: 0449 0aa6 152b 404c 75c4 8206 d8cf",
      "CEK-03": "52: 0449 0aa6 152b 404c b5ec d8cf",
      "CEK-04": "11: 0449 0aa6 404c d8cf",
      "CEK-05": "8: 152b d8cf",
      "CEK-08": "6: 0b60",
      "CEK-10": "23: 0449 0aa6 404c 75c4 d8cf",
      "CEK-11": "23: 0449 0aa6 404c 75c4 d8cf",
      "CEK-12": "21: 0449 0aa6 404c 75c4 d8cf",
      "CEK-13": "11: 0449 0aa6 404c d8cf",
      "CEK-14": "11: 0449 0aa6 404c d8cf",
      "CEK-15": "20: 0449 0aa6 404c 75c4 d8cf",
      "CEK-16": "22: 0449 0aa6 404c 75c4 d8cf",
      "CEK-17": "10: 0449 0aa6 404c d8cf",
      "CEK-18": "10: 0449 0aa6 404c d8cf",
      "CEK-19": "10: 0449 0aa6 404c",
      "CEK-20": "21: 0449 0aa6 0b60 152b 404c d8cf",
      "CEK-21": "11: 0449 0aa6 404c",
      "DSP-07": "16: b5ec",
      "DSP-17": "15: b5ec",
      "IAM-01": "22: 152b 8c6a e96a",
      "IAM-02": "50: 152b 8c6a e96a",
      "IAM-04": "41: 152b 8c6a e96a",
      "IAM-06": "24: 12d4",
      "IAM-07": "52: 152b 8c6a e96a",
      "IAM-10": "54: 152b 8c6a e96a",
      "IAM-11": "8: 8c6a",
      "IAM-12": "35: 152b 8c6a e96a",
      "IAM-13": "47: 152b 8c6a e96a",
      "IAM-14": "30: 152b 8c6a e96a",
      "IAM-15": "24: 152b 8c6a e96a",
      "IAM-16": "44: 12d4 152b 8c6a e96a",
      "TVM-04": "43: fb89",
      "TVM-08": "22: fb89",
      "UEM-08": "14: b5ec"
    }
  },
  {
    name: "iso-27017-2015",
    title: "ISO/IEC 27017",
    version: "2015",
    initiative: "ISO/IEC 27017 2015, 1.5.0",
    size: 17,
    controls: {
      "10.1.1": "18: 0aa6 404c 75c4",
      "10.1.2": "13: 0449 0aa6 152b 404c d8cf",
      "18.1.3": "16: 0aa6 b5ec",
      "18.1.5": "18: 0aa6 404c 75c4"
    }
  },
  {
    name: "hitrust-csf-v11.3",
    title: "HITRUST CSF",
    version: "v11.3",
    initiative: "HITRUST CSF v11.3, 1.7.0",
    size: 28,
    controls: {
      "01.c": "42: 12d4 152b 8c6a e96a",
      "01.l": "22: fb89",
      "01.m": "46: 404c",
      "01.n": "51: 404c",
      "01.q": "27: 152b 8c6a e96a",
      "06.c": "25: 0aa6 0b60 b5ec d8cf",
      "09.ab": "102: 152b 8c6a e96a",
      "09.l": "7: 0b60",
      "10.c": "35: 0b60 75c4 c39b fb89",
      "10.g": "6: 75c4 d8cf",
      "10.m": "44: fb89"
    }
  },
  {
    name: "swift-cscf-2024",
    title: "SWIFT Customer Security Controls Framework",
    version: "2024",
    initiative: "SWIFT Customer Security Controls Framework 2024, 1.7.0",
    size: 28,
    controls: {
      "1.1": "64: 404c",
      "1.2": "51: 12d4 152b 8c6a e96a",
      "1.5": "53: 404c",
      "2.1": "45: 0aa6 0b60 404c 75c4 c39b",
      "2.2": "23: fb89",
      "2.4A": "23: 0aa6 404c 75c4",
      "4.2": "11: 8c6a",
      "5.1": "24: 12d4 152b 8c6a e96a",
      "6.2": "15: 0b60 75c4 c39b",
      "6.3": "15: 0b60 75c4 c39b",
      "9.1": "53: 404c",
      "11.2": "24: 12d4 152b 8c6a e96a"
    }
  }
];

// src/controls/controls.ts
function mappingOf(checks) {
  const controlOf = ([id, text]) => {
    const [count = "", ours = ""] = text.split(": ");
    const assigned = ours.split(" ");
    const isAssigned = (policy) => assigned.some((start) => policy.id.startsWith(start));
    const found = checks.filter(({ policies = [] }) => policies.some(isAssigned));
    return { id, policies: Number(count), assigned: assigned.length, checks: found.map((check) => check.id) };
  };
  const frameworks = table.map(({ controls, ...framework }) => ({
    ...framework,
    controls: Object.entries(controls).map(controlOf)
  }));
  return { source, frameworks };
}
function controlsIn({ source: source2, frameworks }, checks) {
  const of = (check) => frameworks.flatMap(({ name, controls }) => {
    const ids = controls.filter((control) => control.checks.includes(check)).map(({ id }) => id);
    return ids.length === 0 ? [] : [[name, ids]];
  });
  return {
    source: source2,
    frameworks: frameworks.map(({ controls: _, ...framework }) => framework),
    checks: Object.fromEntries(checks.map(({ id }) => [id, Object.fromEntries(of(id))]))
  };
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  controlsIn,
  mappingOf
});

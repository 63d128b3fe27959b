import type { CloudResource } from '../estate.ts'
import { build, childId, type Overrides, systemData } from './build.ts'

const base = {
  description: null,
  tags: {},
  properties: { _azureml: 'ComputeTargetType' },
  displayName: 'train',
  status: 'Completed',
  experimentName: 'fraud-scores',
  services: {},
  computeId: null,
  isArchived: false,
  identity: null,
  componentId: null,
}

function job(workspace: CloudResource, name: string, properties: Overrides, overrides: Overrides[]): CloudResource {
  const template = {
    id: childId(workspace, 'jobs', name),
    name,
    type: 'Microsoft.MachineLearningServices/workspaces/jobs',
    systemData,
    properties: { ...base, ...properties },
  }
  return build(template, overrides)
}

const command = {
  command: 'python train.py',
  codeId: null,
  environmentId: 'azureml://registries/azureml/environments/sklearn-1.5/versions/21',
  environmentVariables: { LOG_LEVEL: 'info' },
  distribution: null,
  inputs: {},
  outputs: { default: { jobOutputType: 'uri_folder', mode: 'ReadWriteMount', uri: null, description: null } },
  resources: { instanceCount: 1, instanceType: null, properties: {} },
  limits: null,
  parameters: {},
}

// Example: Microsoft.MachineLearningServices Job/CommandJob/get.json
export const commandJob = (workspace: CloudResource, name: string, ...overrides: Overrides[]) =>
  job(workspace, name, { jobType: 'Command', ...command }, overrides)

// Example: Microsoft.MachineLearningServices Job/SweepJob/get.json
export const sweepJob = (workspace: CloudResource, name: string, ...overrides: Overrides[]) => {
  const sweep = {
    jobType: 'Sweep',
    trial: { ...command, inputs: undefined, outputs: undefined },
    searchSpace: { learning_rate: ['uniform', [0.001, 0.1]] },
    samplingAlgorithm: { samplingAlgorithmType: 'Random' },
    objective: { goal: 'Maximize', primaryMetric: 'AUC' },
    inputs: {},
    outputs: {},
  }
  return job(workspace, name, sweep, overrides)
}

// Example: Microsoft.MachineLearningServices Job/PipelineJob/get.json; a step is spelt as its author's SDK spelt it
export const pipelineJob = (workspace: CloudResource, name: string, ...overrides: Overrides[]) => {
  const pipeline = {
    jobType: 'Pipeline',
    settings: { default_compute: 'cpu-cluster' },
    inputs: {},
    outputs: {},
    jobs: {
      prepare: { type: 'command', name: 'prepare', environment_variables: { LOG_LEVEL: 'info' } },
      train: { type: 'command', name: 'train', environmentVariables: { LOG_LEVEL: 'info' } },
    },
  }
  return job(workspace, name, pipeline, overrides)
}

// Example: Microsoft.MachineLearningServices Job/AutoMLJob/get.json
export const autoMlJob = (workspace: CloudResource, name: string, ...overrides: Overrides[]) => {
  const automl = {
    jobType: 'AutoML',
    environmentId: null,
    environmentVariables: {},
    outputs: {},
    resources: command.resources,
    taskDetails: { taskType: 'Classification', targetColumnName: 'label', primaryMetric: 'Accuracy' },
  }
  return job(workspace, name, automl, overrides)
}

// Fields: Microsoft.MachineLearningServices SparkJob
export const sparkJob = (workspace: CloudResource, name: string, ...overrides: Overrides[]) => {
  const spark = {
    jobType: 'Spark',
    codeId: null,
    entry: { sparkJobEntryType: 'SparkJobPythonEntry', file: 'wrangle.py' },
    environmentVariables: {},
    conf: { 'spark.executor.instances': '2' },
    resources: { instanceType: 'standard_e4s_v3', runtimeVersion: '3.4' },
  }
  return job(workspace, name, spark, overrides)
}

// Example: Microsoft.MachineLearningServices Schedule/get.json, with the job that it creates
export function schedule(workspace: CloudResource, name: string, ...overrides: Overrides[]): CloudResource {
  const template = {
    id: childId(workspace, 'schedules', name),
    name,
    type: 'Microsoft.MachineLearningServices/workspaces/schedules',
    systemData,
    properties: {
      description: null,
      tags: {},
      properties: {},
      displayName: name,
      isEnabled: true,
      trigger: {
        triggerType: 'Cron',
        expression: '0 4 * * *',
        startTime: '2025-04-01T04:00:00',
        endTime: null,
        timeZone: 'UTC',
      },
      action: { actionType: 'CreateJob', jobDefinition: { ...base, jobType: 'Command', ...command } },
      provisioningState: 'Succeeded',
    },
  }
  return build(template, overrides)
}

/** What is used of GitHub's SDK. Always imported dynamically: the build makes it a file of its own. */
export { getOctokit } from '@actions/github'

/** Where a status branch has a file: reports with a name of their own have a folder of their own. */
export function statusPath(reportId: string, file: string): string {
  return reportId === 'default' ? file : `${reportId}/${file}`
}

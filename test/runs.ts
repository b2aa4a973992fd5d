/** How often a property is tried: as often as is told in seconds, or so many times as often for who has a night. */
const TIMES = Number(process.env.QUOTIDIAN_RUNS ?? 1);

export const runs = (usual: number) => Math.ceil(usual * TIMES);

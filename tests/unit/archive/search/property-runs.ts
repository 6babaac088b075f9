const times = Number(process.env.GUZHI_PROPERTY_TIMES ?? '1');

/** How often a property is tried; GUZHI_PROPERTY_TIMES=20 tries each twenty times as often. */
export function propertyRuns(usual: number): { readonly numRuns: number } {
  return { numRuns: Math.max(1, Math.round(usual * (Number.isFinite(times) ? times : 1))) };
}

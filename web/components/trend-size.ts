/** Fixed, so that the page does not jump when the chart comes. */
export const CHART_HEIGHT = 220;

/** A number with two decimals, as areas, hours and shares are shown; marks and money have exact ways of their own. */
export const hundredths = (value: number): number => Math.round(value * 100) / 100;

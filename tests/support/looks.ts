/** How the pane is to be usable: a theme of Excel, and what a person set in the system; each by its name. */
export const LOOKS = [
  ['the white theme', 'white', {}],
  ['the black theme', 'black', {}],
  ['forced colours', 'black', { colorScheme: 'dark', forcedColors: 'active' }],
] as const;

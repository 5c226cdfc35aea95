/** Version of the layout of the issue sheets that this program writes. Those of every version are read. */
export const MASTER_LAYOUT = 1;

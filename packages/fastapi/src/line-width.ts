/** Columns of a line of Python, as the `ruff` of a project is told. */
export const LINE_WIDTH = 100;

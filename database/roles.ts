// The roles behind the wall. None of them can log in: every transaction takes one of them.

/** The roles that the program takes; its login is a member of all of them and of no other. */
export const rolesTaken = ['app', 'desk', 'front', 'door', 'worker', 'retention'] as const;

/** Those, and the one that owns the few functions that look behind the wall. */
export const roles = [...rolesTaken, 'wall'] as const;

package dev.muster.workspace.check;

/** Where blocks are shown. */
enum Surface {
    MESSAGE,
    MODAL,
    HOME
}

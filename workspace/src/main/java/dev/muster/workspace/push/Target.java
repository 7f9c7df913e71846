package dev.muster.workspace.push;

/** A way to the bot. */
interface Target {
    Outcome deliver(Parcel parcel);
}

#pragma once

#include <QtTranslation>

namespace slipway
{

/// What backend/cleanup says to people: there lupdate cannot see the context it is asked for in, so it is listed here
/// as well. Nothing includes this; repository.texts holds it against what is said, and against the German.
inline constexpr const char* kCleanupTexts[] = {
    QT_TRANSLATE_NOOP("Cleanup", "%1 does not say what time it is"),
    QT_TRANSLATE_NOOP("Cleanup", "The clock is wrong: here it is %1, at %2 it is %3"),
    QT_TRANSLATE_NOOP("Cleanup", "The token lacks %1"),
    QT_TRANSLATE_NOOP("Cleanup", "\"policies\" has one for all packages there already: put this file in its place, or "
                                 "say which packages that one is for"),
    QT_TRANSLATE_NOOP("Cleanup", "\"policies\" is written in a way that only a person can change"),
    QT_TRANSLATE_NOOP("Cleanup", "%1 is the last tag of its package"),
    QT_TRANSLATE_NOOP("Cleanup", "%1 says what a signature or attestation hangs on"),
    QT_TRANSLATE_NOOP("Cleanup", "%1 was changed after it was made"),
    QT_TRANSLATE_NOOP("Cleanup", "%1 was given other tags meanwhile; it is not deleted"),
    QT_TRANSLATE_NOOP("Cleanup", "%1 was just moved: the list of versions does not know yet"),
    QT_TRANSLATE_NOOP("Cleanup", "GitHub answers too slowly to know that nothing is changed meanwhile"),
    QT_TRANSLATE_NOOP("Cleanup", "GitHub deletes no public version with more than 5,000 downloads"),
    QT_TRANSLATE_NOOP("Cleanup", "GitHub does not delete the last tagged version of a package"),
    QT_TRANSLATE_NOOP("Cleanup", "GitHub has nothing to restore: another version took its place, or the token lacks "
                                 "the scope write:packages or the role admin"),
    QT_TRANSLATE_NOOP("Cleanup", "GitHub has restored it, but it could not be looked at: %1"),
    QT_TRANSLATE_NOOP("Cleanup", "GitHub said that it is restored, but it is not there"),
    QT_TRANSLATE_NOOP("Cleanup", "Somebody else has moved %1 meanwhile"),
    QT_TRANSLATE_NOOP("Cleanup", "Somebody has pushed %1 again meanwhile"),
    QT_TRANSLATE_NOOP("Cleanup", "The journal has deleted no version %1, or has it restored already"),
    QT_TRANSLATE_NOOP("Cleanup", "The packages of %1 are being cleaned up already"),
    QT_TRANSLATE_NOOP(
        "Cleanup",
        "The tag could not be put back either: it stays on an empty index until the next cleanup or untagging."),
    QT_TRANSLATE_NOOP("Cleanup", "This journal is of %1 on %2"),
    QT_TRANSLATE_NOOP("Cleanup", "This plan comes from the future"),
    QT_TRANSLATE_NOOP("Cleanup", "This plan is of %1, not of %2"),
    QT_TRANSLATE_NOOP("Cleanup", "This plan is of the server %1, not of %2"),
    QT_TRANSLATE_NOOP("Cleanup", "This plan is older than a day"),
    QT_TRANSLATE_NOOP("Cleanup", "This plan was made of what was read more than a day ago"),
    QT_TRANSLATE_NOOP("Cleanup",
                      "a cleanup takes delete:packages, and write:packages to put back what turns out not to go whole"),
    QT_TRANSLATE_NOOP("Cleanup", "a line before could not be written"),
    QT_TRANSLATE_NOOP("Cleanup", "a plan is carried out as it was made: change the policy and make a new one"),
    QT_TRANSLATE_NOOP("Cleanup", "by it is told which versions are old enough: set it right and make a new plan"),
    QT_TRANSLATE_NOOP("Cleanup", "deleted, and it could not be restored: %1"),
    QT_TRANSLATE_NOOP("Cleanup", "it belongs to %1, which cannot be deleted"),
    QT_TRANSLATE_NOOP("Cleanup", "it could not be found out whether it is deleted already: %1"),
    QT_TRANSLATE_NOOP("Cleanup", "it goes with its image"),
    QT_TRANSLATE_NOOP("Cleanup", "it is back, but not all of its tags: %1"),
    QT_TRANSLATE_NOOP("Cleanup", "it is there, but the token may not delete it: it takes the scope delete:packages and "
                                 "the role admin on the package"),
    QT_TRANSLATE_NOOP("Cleanup", "it was deleted more than 30 days ago, and GitHub keeps nothing longer"),
    QT_TRANSLATE_NOOP("Cleanup", "it was gone already"),
    QT_TRANSLATE_NOOP("Cleanup", "its manifest cannot be kept for the journal: %1"),
    QT_TRANSLATE_NOOP("Cleanup", "its manifest could not be read, so what it lists is not known"),
    QT_TRANSLATE_NOOP("Cleanup", "its package loses more than the policy's limits: allow it by name"),
    QT_TRANSLATE_NOOP("Cleanup", "its tree could not be deleted whole"),
    QT_TRANSLATE_NOOP("Cleanup", "make a new one"),
    QT_TRANSLATE_NOOP("Cleanup", "no whole JSON object, at byte %1"),
    QT_TRANSLATE_NOOP("Cleanup", "part of it was restored"),
    QT_TRANSLATE_NOOP("Cleanup", "read the registry again and make a new one"),
    QT_TRANSLATE_NOOP("Cleanup", "restored: %1"),
    QT_TRANSLATE_NOOP("Cleanup", "restoring takes write:packages"),
    QT_TRANSLATE_NOOP("Cleanup", "taking a tag away takes write:packages and delete:packages"),
    QT_TRANSLATE_NOOP("Cleanup", "the cleanup"),
    QT_TRANSLATE_NOOP("Cleanup", "the clock of one of the machines is wrong"),
    QT_TRANSLATE_NOOP("Cleanup", "the list of its package could not be read: %1"),
    QT_TRANSLATE_NOOP("Cleanup", "the manifest made to take the tag is not listed yet: try again later"),
    QT_TRANSLATE_NOOP("Cleanup", "the package is gone, or the token may not see it"),
    QT_TRANSLATE_NOOP("Cleanup", "the packages of its owner could not be read: %1"),
    QT_TRANSLATE_NOOP("Cleanup", "the plan is stale: %1 is new and cannot be read"),
    QT_TRANSLATE_NOOP("Cleanup", "the plan is stale: %1 is new and points at it or its tree"),
    QT_TRANSLATE_NOOP("Cleanup", "the plan is stale: %1, which it points at, is there now"),
    QT_TRANSLATE_NOOP("Cleanup",
                      "the plan is stale: %1, which its rule keeps as one of the newest, is gone or was changed"),
    QT_TRANSLATE_NOOP("Cleanup", "the plan is stale: its tags were moved, or it was pushed again or restored"),
    QT_TRANSLATE_NOOP("Cleanup", "the registry could not be asked for %1: %2"),
    QT_TRANSLATE_NOOP("Cleanup", "the registry does not show it, so that nothing is known of its tags"),
    QT_TRANSLATE_NOOP("Cleanup", "the same image was pushed again meanwhile, so it is there as another version"),
    QT_TRANSLATE_NOOP("Cleanup", "the tag does not lead to %1 any more"),
    QT_TRANSLATE_NOOP("Cleanup", "this is no cleanup plan of version 1"),
    QT_TRANSLATE_NOOP("Cleanup", "this is no journal of a cleanup"),
    QT_TRANSLATE_NOOP("Cleanup", "this line of the journal is damaged: %1"),
    QT_TRANSLATE_NOOP("Cleanup", "whether the clock of this machine is right cannot be told, nor so the age of "
                                 "versions: look whether a proxy takes the header Date away"),
    QT_TRANSLATE_NOOP("Cleanup", "try again in a minute"),
};

} // namespace slipway

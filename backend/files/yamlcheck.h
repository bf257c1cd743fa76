#pragma once

#include "core/textfault.h"

#include <QByteArray>

namespace slipway
{

// Each tells what is wrong in a text, in the order in which it stands there, kMostFaults at most. Empty: nothing.

/// Text that is no YAML, which ends it, and keys that are there twice.
[[nodiscard]] std::vector<TextFault> checkYaml(const QByteArray& text);
/// A workflow of GitHub Actions: also `on` and `jobs` that are missing, jobs that neither run on anything nor call
/// another workflow, and steps that neither run nor use anything. Source: docs.github.com, "Workflow syntax for GitHub
/// Actions".
[[nodiscard]] std::vector<TextFault> checkWorkflow(const QByteArray& text);
/// A compose file: also services that have neither an image nor a build, nor take either from another. Source:
/// compose-spec, spec.md, "Services top-level element".
[[nodiscard]] std::vector<TextFault> checkCompose(const QByteArray& text);

} // namespace slipway

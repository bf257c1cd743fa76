#include "files/caretemplates.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kCleanup = R"(# Made by Slipway for @OWNER@. What is kept and what goes is in @POLICY@.
name: Clean up the registry

on:
  schedule:
    - cron: "23 4 * * 1" # Mondays, 04:23 UTC
  workflow_dispatch:
    inputs:
      apply:
        description: Delete what the plan lists
        type: boolean
        default: false

permissions:
  contents: read
  packages: write

concurrency:
  group: ghcr-cleanup
  cancel-in-progress: false

jobs:
  cleanup:
    # slipwayctl has to be installed on the runner.
    runs-on: ubuntu-latest
    timeout-minutes: 60
    env:
      GITHUB_TOKEN: ${{ secrets.GITHUB_TOKEN }}
    steps:
      - uses: actions/checkout@v4
      - name: Plan
        run: slipwayctl --profile @PROFILE@ cleanup plan --policy @POLICY@ --output cleanup-plan.json
      - name: Keep the plan
        uses: actions/upload-artifact@v4
        with:
          name: cleanup-plan
          path: cleanup-plan.json
      - name: Delete what it lists
        if: github.event_name == 'schedule' || inputs.apply
        run: slipwayctl --profile @PROFILE@ cleanup apply cleanup-plan.json --yes
      - name: Prove that every kept tag can still be pulled
        if: ${{ !cancelled() }}
        run: slipwayctl --profile @PROFILE@ broken
)"_L1;

/// "12.1.*" as the regular expression Renovate takes: "/^12\.1\..*/".
QString allowedVersions(const QString& glob)
{
    QString pattern = QRegularExpression::escape(glob);
    pattern.replace("\\*"_L1, ".*"_L1).replace("\\?"_L1, "."_L1);
    return u"/^"_s + pattern + u'/';
}

} // namespace

QString cleanupWorkflow(const TemplateFacts& facts)
{
    QString text = kCleanup;
    text.replace("@OWNER@"_L1, facts.owner);
    text.replace("@POLICY@"_L1, facts.policyFile);
    text.replace("@PROFILE@"_L1, facts.profileFile);
    return text;
}

QString renovateConfig(const TemplateFacts& facts)
{
    QJsonArray bases;
    for (const QString& base : facts.bases)
        bases.append(u"%1/%2/%3"_s.arg(facts.registry, facts.owner, base));
    QJsonArray rules{QJsonObject{
        {u"description"_s, u"The bases of %1: pinned by digest, raised together"_s.arg(facts.owner)},
        {u"matchDatasources"_s, QJsonArray{u"docker"_s}},
        {u"matchPackageNames"_s, bases},
        {u"groupName"_s, u"base images"_s},
        {u"pinDigests"_s, true},
        {u"minimumReleaseAge"_s, u"0 days"_s},
    }};
    if (!facts.cuda.isEmpty()) {
        rules.append(QJsonObject{
            {u"description"_s, u"CUDA stays at %1, as the profile pins it"_s.arg(facts.cuda)},
            {u"matchDatasources"_s, QJsonArray{u"docker"_s}},
            {u"matchPackageNames"_s, QJsonArray{u"nvidia/cuda"_s, u"docker.io/nvidia/cuda"_s}},
            {u"allowedVersions"_s, allowedVersions(facts.cuda)},
        });
    }
    const QJsonObject config{
        {u"$schema"_s, u"https://docs.renovatebot.com/renovate-schema.json"_s},
        {u"extends"_s, QJsonArray{u"config:recommended"_s, u"docker:pinDigests"_s}},
        {u"enabledManagers"_s, QJsonArray{u"dockerfile"_s, u"docker-compose"_s, u"github-actions"_s}},
        {u"labels"_s, QJsonArray{u"dependencies"_s}},
        {u"packageRules"_s, rules},
    };
    return QString::fromUtf8(QJsonDocument(config).toJson());
}

} // namespace slipway

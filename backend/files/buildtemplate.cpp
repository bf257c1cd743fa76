#include "files/buildtemplate.h"

#include <QRegularExpression>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Places to fill in are `@NAME@`, for `%` and `${{ }}` mean something in workflows.
constexpr auto kHead = R"(# Made by Slipway for @OWNER@. The images are the packages that the profile calls @SIDE@.
name: Build @SIDE_UPPER@ images

on:
  push:
    branches: [main]
    paths: ["docker/@SIDE@/**", ".github/workflows/build-@SIDE@.yml"]
  workflow_dispatch:

permissions:
  contents: read

# One build of a branch at a time: two would push the same tags.
concurrency:
  group: build-@SIDE@-${{ github.ref }}
  cancel-in-progress: false

jobs:
  build:
    name: ${{ matrix.image }}
    runs-on: @RUNNER@
    timeout-minutes: 120
    permissions:
      contents: read
      packages: write
      id-token: write # for cosign, which signs without a key
    strategy:
      fail-fast: false
      matrix:
        image:
@IMAGES@
    steps:
      - uses: actions/checkout@v4
@QEMU@      - name: Set up Buildx
        uses: docker/setup-buildx-action@v3
      - name: Log in to @REGISTRY@
        uses: docker/login-action@v3
        with:
          registry: @REGISTRY@
          username: ${{ github.actor }}
          password: ${{ secrets.GITHUB_TOKEN }}
      - name: Name the image
        id: meta
        uses: docker/metadata-action@v5
        with:
          images: @REGISTRY@/@OWNER@/${{ matrix.image }}
          tags: |
            type=raw,value=latest,enable={{is_default_branch}}
            type=sha,format=long
          labels: |
            org.slipway.build.workflow=build-@SIDE@.yml
            org.slipway.build.run-id=${{ github.run_id }}
)"_L1;

constexpr auto kSteps = R"(      - name: Build and push
        id: build
        uses: docker/build-push-action@v6
        with:
          context: ./docker/@SIDE@
          build-args: |
            IMAGE=${{ matrix.image }}
          platforms: @PLATFORMS@
          push: true
          tags: ${{ steps.meta.outputs.tags }}
          labels: ${{ steps.meta.outputs.labels }}
          cache-from: type=registry,ref=@REGISTRY@/@OWNER@/${{ matrix.image }}:buildcache
          cache-to: type=registry,ref=@REGISTRY@/@OWNER@/${{ matrix.image }}:buildcache,mode=max
          provenance: mode=max
          sbom: true
      - name: Write the SBOM
        uses: anchore/sbom-action@v0
        with:
          image: @REGISTRY@/@OWNER@/${{ matrix.image }}@${{ steps.build.outputs.digest }}
          format: spdx-json
          output-file: sbom.spdx.json
          artifact-name: sbom-${{ matrix.image }}-${{ github.sha }}.spdx.json
      - name: Install cosign
        uses: sigstore/cosign-installer@v3
      - name: Sign the image and attest its SBOM
        env:
          IMAGE: @REGISTRY@/@OWNER@/${{ matrix.image }}@${{ steps.build.outputs.digest }}
        run: |
          cosign sign --yes "$IMAGE"
          cosign attest --yes --type spdxjson --predicate sbom.spdx.json "$IMAGE"
          echo "$IMAGE" >> "$GITHUB_STEP_SUMMARY"

)"_L1;

constexpr auto kLock = R"(  lock:
    name: Pin what was built
    needs: build
    # slipwayctl has to be installed on the runner.
    runs-on: @LOCK_RUNNER@
    permissions:
      contents: write
      packages: read
    # The builds of both sides write the one file.
    concurrency:
      group: build-lock
      cancel-in-progress: false
    steps:
      - uses: actions/checkout@v4
        with:
          ref: ${{ github.ref_name }}
      - name: Write @LOCK@
        run: slipwayctl --profile @PROFILE@ lock write --output @LOCK@
        env:
          GITHUB_TOKEN: ${{ secrets.GITHUB_TOKEN }}
      - name: Look for drift
        run: slipwayctl --profile @PROFILE@ drift --lock @LOCK@
        env:
          GITHUB_TOKEN: ${{ secrets.GITHUB_TOKEN }}
      - name: Keep it
        run: |
          git add @LOCK@
          git diff --cached --quiet && exit 0
          git config user.name github-actions
          git config user.email github-actions@users.noreply.github.com
          git commit -m "build: pin the images of run $GITHUB_RUN_ID"
          git push
)"_L1;

constexpr auto kQemu = R"(      - name: Set up QEMU
        uses: docker/setup-qemu-action@v3
)"_L1;

QString imageLines(const QStringList& images)
{
    QStringList lines;
    for (const QString& image : images)
        lines.append(u"          - "_s + yamlText(image));
    return lines.join(u'\n');
}

} // namespace

QString yamlText(const QString& text)
{
    // Letters first, and nothing that YAML takes for a word of its own.
    static const QRegularExpression kPlain(u"\\A[A-Za-z_][A-Za-z0-9_./-]*\\z"_s);
    static const QRegularExpression kWord(u"\\A(?:y|n|yes|no|on|off|true|false|null)\\z"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    if (kPlain.match(text).hasMatch() && !kWord.match(text).hasMatch())
        return text;
    QString escaped = text;
    escaped.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
    return u'"' + escaped + u'"';
}

QString buildWorkflow(BuildSide side, const TemplateFacts& facts)
{
    const bool isGpu = side == BuildSide::Gpu;
    QString text = QString(kHead) + kSteps + kLock;
    text.replace("@SIDE_UPPER@"_L1, isGpu ? "GPU"_L1 : "CPU"_L1);
    text.replace("@SIDE@"_L1, isGpu ? "gpu"_L1 : "cpu"_L1);
    // GPU images are large and need the drivers at hand: they are built on a runner of one's own.
    text.replace("@RUNNER@"_L1, isGpu ? "[self-hosted, gpu, linux]"_L1 : "ubuntu-latest"_L1);
    text.replace("@LOCK_RUNNER@"_L1, isGpu ? "[self-hosted, linux]"_L1 : "ubuntu-latest"_L1);
    text.replace("@QEMU@"_L1, isGpu ? ""_L1 : kQemu);
    text.replace("@PLATFORMS@"_L1, isGpu ? "linux/amd64"_L1 : "linux/amd64,linux/arm64"_L1);
    text.replace("@IMAGES@"_L1, imageLines(isGpu ? facts.gpuImages : facts.cpuImages));
    text.replace("@OWNER@"_L1, facts.owner);
    text.replace("@REGISTRY@"_L1, facts.registry);
    text.replace("@LOCK@"_L1, facts.lockFile);
    text.replace("@PROFILE@"_L1, facts.profileFile);
    return text;
}

} // namespace slipway

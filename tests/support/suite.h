#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace slipway::test
{

using SuiteMaker = std::function<std::unique_ptr<QObject>()>;

/// The test classes of this program, in the order of its sources.
[[nodiscard]] std::vector<SuiteMaker>& suites();

struct SuiteRegistration final {
    explicit SuiteRegistration(SuiteMaker maker) { suites().push_back(std::move(maker)); }
};

} // namespace slipway::test

/// Puts a test class into its program; support/suitemain.cpp runs them one after another. One program a library, not
/// one a class, keeps the build short.
#define SLIPWAY_TEST_SUITE(Class)                                                                                      \
    const ::slipway::test::SuiteRegistration k##Class##Registration([] { return std::make_unique<Class>(); })

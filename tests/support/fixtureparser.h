#pragma once

#include "support/fixture.h"

#include <QStringList>

namespace slipway::test
{

/// Reads the text form of Fixture. A line that cannot be read ends the test program: fixtures are part of the test.
class FixtureParser final
{
public:
    explicit FixtureParser(const QString& text)
        : m_text(text)
    {
    }
    [[nodiscard]] Fixture read();

private:
    void readPackage(const QStringList& words);
    void readVersion(const QStringList& words);
    void addManifest(const QString& name, const QString& kind, const QHash<QString, QString>& options);
    void addListed(const QString& name, const QHash<QString, QString>& options);
    Digest digest(const QString& name);
    std::vector<BlobReference> blobs(const QString& list);
    std::vector<ChildReference> children(const QString& list);

    QString m_text;
    Fixture m_fixture;
    int m_minutes = 0;
    std::int64_t m_nextId = 1000;
};

} // namespace slipway::test

#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace slipway::test
{

/// Writes simulator states (docs/simulator.md) for tests, row by row; every layer is small and real.
class Organisation final
{
public:
    explicit Organisation(QString login = QStringLiteral("acme"));

    /// Begins a package; the rows that follow belong to it.
    Organisation& package(const QString& name);
    /// A layer of another size than the usual, for the images that follow.
    Organisation& sizedLayer(const QString& name, int bytes);
    Organisation& image(const QString& key, const QStringList& tags, const QStringList& layers,
                        const QString& platform = QStringLiteral("linux/amd64"));
    /// `children` are keys, or "key@linux/arm64".
    Organisation& index(const QString& key, const QStringList& tags, const QStringList& children);
    /// Gives the image or index before Docker's schema 2 media types.
    Organisation& docker();
    Organisation& signature(const QString& key, const QString& subjectKey);
    /// What hangs on another row by `subject`.
    Organisation& referrer(const QString& key, const QString& subjectKey);
    Organisation& raw(const QString& key, const QStringList& tags, const QString& mediaType, const QString& text);
    /// A row whose manifest the registry does not have.
    Organisation& listedOnly(const QStringList& tags, const QString& digest);
    /// A tagged index that names a manifest nobody has.
    Organisation& indexOfNothing(const QStringList& tags, const QString& digest);
    Organisation& many(int count, const QString& layerPrefix);

    [[nodiscard]] QByteArray json() const;
    /// The keys of all rows that have one, by their ids.
    [[nodiscard]] const QHash<qint64, QString>& keys() const { return m_keys; }

private:
    Organisation& row(QJsonObject version, const QStringList& tags);
    void layer(const QString& name, int bytes = 2048);

    QString m_login;
    QJsonObject m_layers;
    QJsonArray m_packages;
    int m_nextId = 1000;
    QHash<qint64, QString> m_keys;
};

} // namespace slipway::test

// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/bytestream.h"

#include <QObject>
#include <QSocketNotifier>

#include <deque>
#include <memory>

namespace tp::http {

/// A TCP connection by its descriptor. Not a QTcpSocket, because that closes both directions as
/// soon as the client has ended its own: a client that says all, shuts down and waits for the
/// answer would get none whenever the answer takes a moment. It also saves two copies.
class PlainStream final : public QObject, public ByteStream
{
public:
    /// Owns the descriptor from now on.
    PlainStream(int descriptor, Listener &listener);
    ~PlainStream() override;

    void setListener(Listener &listener) override { m_listener = &listener; }
    void open() override;
    bool isEncrypted() const override { return false; }
    std::size_t read(std::span<char> into) override;
    bool isAtEnd() const override { return m_isAtEnd; }
    void setReading(bool isOn) override;
    bool send(std::string head, std::string body) override;
    std::size_t unsentBytes() const override { return m_unsentBytes; }
    void finishSending() override;
    bool canFinishSending() const override { return true; }
    void close() override;

private:
    void becameReadable();
    void becameWritable();
    bool sendWaiting();
    void shutDownWhenSent();

    int m_descriptor;
    Listener *m_listener;
    QSocketNotifier m_readNotifier;
    QSocketNotifier m_writeNotifier;
    std::deque<std::string> m_waiting; ///< Not sent yet; of the first, from m_firstSent on.
    std::size_t m_firstSent = 0;
    std::size_t m_unsentBytes = 0;
    bool m_isReading = true;
    bool m_isAtEnd = false;
    bool m_finishes = false;
};

} // namespace tp::http

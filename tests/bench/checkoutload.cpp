// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/checkoutload.h"

#include <QElapsedTimer>
#include <QUuid>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <memory>
#include <vector>

namespace tp::bench {
namespace {

constexpr int PatienceMs = 20'000;

/// What the clients ask for, one after the other.
class Requests
{
public:
    explicit Requests(const CheckoutLoad &load)
        : m_head("POST /orders HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + load.token +
                 "\r\nContent-Type: application/json\r\nIdempotency-Key: " +
                 QUuid::createUuid().toString(QUuid::Id128).toStdString())
    {
        for (const QString &product : load.products)
            m_products.push_back(product.toStdString());
    }

    std::string next()
    {
        std::string body = "{\"channel\":\"pos\",\"payments\":[{\"method\":\"cash\"}],\"lines\":[";
        for (int i = 0; i < 3; ++i) {
            body += i == 0 ? "" : ",";
            body += "{\"product_id\":\"" + m_products[below(m_products.size())] +
                    "\",\"quantity\":\"" + std::to_string(1 + below(3)) + "\"}";
        }
        body += "]}";
        return m_head + '-' + std::to_string(++m_count) +
               "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    }

private:
    std::size_t below(std::size_t limit)
    {
        m_chance = m_chance * 1'664'525 + 1'013'904'223;
        return (m_chance >> 8) % limit;
    }

    std::string m_head;
    std::vector<std::string> m_products;
    qint64 m_count = 0;
    quint32 m_chance = 99;
};

/// One client: a blocking socket that is read when there is something to read.
class Client
{
public:
    explicit Client(quint16 port) : m_socket(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int yes = 1;
        setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        m_isUp = connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    }
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;
    ~Client() { close(m_socket); }

    int socketNumber() const { return m_socket; }
    const std::string &answer() const { return m_answer; }
    qint64 elapsedNs() const { return m_since.nsecsElapsed(); }

    bool ask(const std::string &request)
    {
        m_answer.clear();
        m_since.start();
        return m_isUp && send(m_socket, request.data(), request.size(), MSG_NOSIGNAL) ==
                             ssize_t(request.size());
    }

    /// False at the end of the connection.
    bool read()
    {
        char bytes[8192];
        const ssize_t count = recv(m_socket, bytes, sizeof bytes, 0);
        if (count > 0)
            m_answer.append(bytes, std::size_t(count));
        return count > 0;
    }

    bool isAnswered() const
    {
        const std::size_t head = m_answer.find("\r\n\r\n");
        const std::size_t field = m_answer.find("Content-Length: ");
        if (head == std::string::npos || field > head)
            return false;
        std::size_t length = 0;
        std::from_chars(m_answer.data() + field + 16, m_answer.data() + head, length);
        return m_answer.size() >= head + 4 + length;
    }

    bool isSold() const
    {
        return m_answer.starts_with("HTTP/1.1 201") &&
               m_answer.find("\"status\":\"confirmed\"") != std::string::npos;
    }

private:
    int m_socket;
    bool m_isUp = false;
    std::string m_answer;
    QElapsedTimer m_since;
};

/// Reads what came for a client; false when its sale did not come about.
bool serve(Client &client, Figures &figures, Requests &requests)
{
    if (!client.read())
        return false;
    if (!client.isAnswered())
        return true;
    figures.timesNs.append(client.elapsedNs());
    if (client.isSold())
        return client.ask(requests.next());
    std::fprintf(stderr, "%s\n", client.answer().c_str());
    return false;
}

} // namespace

Figures sellOverHttp(const CheckoutLoad &load)
{
    Requests requests(load);
    Figures figures;
    std::vector<std::unique_ptr<Client>> clients;
    const int poll = epoll_create1(0);
    for (int i = 0; i < load.clients; ++i) {
        clients.push_back(std::make_unique<Client>(load.port));
        epoll_event wanted{EPOLLIN, {.u32 = quint32(i)}};
        epoll_ctl(poll, EPOLL_CTL_ADD, clients.back()->socketNumber(), &wanted);
    }
    QElapsedTimer all;
    all.start();
    bool isGood = true;
    for (const auto &client : clients)
        isGood = isGood && client->ask(requests.next());
    while (isGood && double(all.nsecsElapsed()) < load.seconds * 1e9) {
        epoll_event events[64];
        const int ready = epoll_wait(poll, events, 64, PatienceMs);
        isGood = ready > 0;
        for (int i = 0; i < ready && isGood; ++i)
            isGood = serve(*clients[events[i].data.u32], figures, requests);
    }
    close(poll);
    figures.elapsedNs = all.nsecsElapsed();
    figures.count = figures.timesNs.size();
    return isGood ? figures : Figures();
}

} // namespace tp::bench
